import { createElement, memo, type ReactNode } from 'react'
import type { MathElement } from '../formula/mathml.ts'

/** A typeset formula. What stands for a name carries it as `data-name`; names equal to `highlighted` get a mark. */
export const Mathematics = memo(function Mathematics({
  tree,
  highlighted,
}: {
  tree: MathElement
  highlighted?: string
}) {
  return <>{draw(tree, highlighted, undefined)}</>
})

function draw(piece: MathElement | string, highlighted: string | undefined, key: number | undefined): ReactNode {
  if (typeof piece === 'string') return piece
  const { class: given, xmlns: _, ...attributes } = piece.attributes ?? {}
  const marked = highlighted !== undefined && attributes['data-name'] === highlighted ? 'same-name' : undefined
  const className = [given, marked].filter(Boolean).join(' ') || undefined
  const children = piece.children.map((child, index) => draw(child, highlighted, index))
  return createElement(piece.tag, { ...attributes, className, key }, ...children)
}

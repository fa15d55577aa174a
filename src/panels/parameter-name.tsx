import { useMemo } from 'react'
import { mathmlOfExpression } from '../formula/mathml.ts'
import { Mathematics } from './mathematics.tsx'

/** A name as mathematics writes it: `w1` is w₁. */
export function ParameterName({ name }: { name: string }) {
  const tree = useMemo(
    () => mathmlOfExpression({ kind: 'name', name, span: { start: 0, end: name.length } }, { display: 'inline' }),
    [name],
  )
  return <Mathematics tree={tree} />
}

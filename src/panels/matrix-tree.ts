import { element, mi, mn, mo, type MathElement } from '../formula/mathml-element.ts'
import { formatNumber } from '../look/format-number.ts'

/** `name = [rows]`, three digits each. */
export function matrixTree(name: string, rows: readonly (readonly number[])[]): MathElement {
  const cells = rows.map((row) =>
    element(
      'mtr',
      row.map((value) => element('mtd', [mn(formatNumber(value))])),
    ),
  )
  // The brackets are drawn by the style sheet: without a mathematical font, as on many phones, none would stretch.
  return element('math', [mi(name), mo('='), element('mtable', cells, { class: 'bracketed' })])
}

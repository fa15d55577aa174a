const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * A number for people to read: at most `digits` significant digits, no trailing zeros, a true minus sign, whole numbers in full below
 * 10⁵, and powers of ten outside [10⁻³, 10⁵): `0.05`, `−1.5`, `1024`, `1.2×10⁻⁵`, `∞`. What is no number is `–`.
 */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return '–'
  const sign = value < 0 ? '−' : ''
  const size = Math.abs(value)
  if (size === Infinity) return `${sign}∞`
  if (size === 0) return '0'
  // What is shown decides, not what is meant: 0.0009996 is shown as 0.001.
  if (size >= 99999.5 || Number(size.toPrecision(digits)) < 1e-3) return sign + scientific(size, digits)
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(size)))
  const text = withoutTrailingZeros(size.toFixed(Math.min(100, places)))
  return sign + text
}

function scientific(size: number, digits: number): string {
  const [mantissa, exponent] = size.toExponential(Math.max(0, digits - 1)).split('e')
  const short = withoutTrailingZeros(mantissa)
  const power = `10${superscript(Number(exponent))}`
  return short === '1' ? power : `${short}×${power}`
}

function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** A whole number as superscript: `−12` is `⁻¹²`. */
function superscript(exponent: number): string {
  const figures = [...String(Math.abs(exponent))].map((figure) => superscripts[Number(figure)]).join('')
  return exponent < 0 ? `⁻${figures}` : figures
}

/** Numbers as a tuple: `(0.31, −1.2)`; a single one without parentheses. */
export function formatNumbers(values: readonly number[], digits = 3): string {
  const texts = values.map((value) => formatNumber(value, digits))
  return texts.length === 1 ? texts[0] : `(${texts.join(', ')})`
}

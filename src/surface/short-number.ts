/** A number for tags and ticks: a true minus sign, `digits` decimals in the ordinary range, else two significant digits with ×10ⁿ. */
export function shortNumber(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞'
  const size = Math.abs(value)
  if (size === 0) return (0).toFixed(digits)
  if (size >= 1e4 || size < 0.5 * 10 ** -digits) return withPower(value)
  return value.toFixed(size >= 100 ? Math.min(digits, 1) : digits).replace('-', '−')
}

/** A round number as it is, without padding: `0.5`, `−20`, `2×10⁻⁵`. */
export function tickNumber(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e5 || size < 1e-3)) return withPower(value)
  return String(Number(value.toPrecision(6))).replace('-', '−')
}

function withPower(value: number): string {
  const [mantissa, exponent] = Number(value.toPrecision(2)).toExponential().split('e')
  const power = exponent
    .replace('+', '')
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])
  const front = mantissa.replace('-', '−')
  return front === '1' ? `10${power}` : front === '−1' ? `−10${power}` : `${front}×10${power}`
}

/**
 * The number a person typed; undefined when it is none. Understands a true minus sign, full-width figures, `1.2×10⁻⁵`, `10^-3`, `1/3` and
 * `∞`.
 */
export function parseNumber(typed: string): number | undefined {
  const text = plain(typed)
  if (text === '') return undefined
  const quotient = /^([^/]+)\/([^/]+)$/.exec(text)
  if (quotient) {
    const [above, below] = [parseNumber(quotient[1]), parseNumber(quotient[2])]
    return above === undefined || below === undefined || below === 0 ? undefined : above / below
  }
  const infinite = /^([+-]?)(?:∞|infinity)$/i.exec(text)
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity
  const power = /^([+-]?)(?:(\d+\.?\d*|\.\d+)[×x*·])?10\^\(?([+-]?\d+)\)?$/i.exec(text)
  if (power) return Number(`${power[1]}${power[2] ?? '1'}e${power[3]}`)
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined
}

const superscriptFigures = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** One spelling for every sign: half-width, no spaces, a raised power behind `^`. */
function plain(typed: string): string {
  return typed
    .replace(/[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => {
      const figures = [...power].map((sign) =>
        sign === '⁻' ? '-' : sign === '⁺' ? '' : superscriptFigures.indexOf(sign),
      )
      return `^${figures.join('')}`
    })
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[−–]/g, '-')
}

import { greekLetters } from './spelling.ts'

const subscripts = '₀₁₂₃₄₅₆₇₈₉'

/** A parameter's name for plain text, as mathematics writes it: `w1` is w₁, `theta_2` is θ₂. */
export function parameterLabel(name: string): string {
  const [, stem, digits] = /^(.*?)_?(\d*)$/.exec(name) ?? [name, name, '']
  if (stem === '') return name
  return (greekLetters.get(stem) ?? stem) + [...digits].map((digit) => subscripts[Number(digit)]).join('')
}

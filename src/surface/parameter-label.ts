import { greekLetters } from '../formula/spelling.ts'

/** A parameter's name as it is typeset in a line of text: `w1` is w₁, `theta2` is θ₂; others stay. */
export function parameterLabel(name: string): string {
  const [, letters, digits] = /^(.*?)_?(\d*)$/u.exec(name) as RegExpExecArray
  return (greekLetters.get(letters) ?? letters) + digits.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)])
}

/** Greek letters by their names; the names are what trees, links and errors use. */
export const greekLetters: ReadonlyMap<string, string> = new Map(
  [
    'alpha α Α',
    'beta β Β',
    'gamma γ Γ',
    'delta δ Δ',
    'epsilon ε Ε',
    'zeta ζ Ζ',
    'eta η Η',
    'theta θ Θ',
    'iota ι Ι',
    'kappa κ Κ',
    'lambda λ Λ',
    'mu μ Μ',
    'nu ν Ν',
    'xi ξ Ξ',
    'omicron ο Ο',
    'pi π Π',
    'rho ρ Ρ',
    'sigma σ Σ',
    'tau τ Τ',
    'upsilon υ Υ',
    'phi φ Φ',
    'chi χ Χ',
    'psi ψ Ψ',
    'omega ω Ω',
  ].flatMap((row) => {
    const [name, lower, upper] = row.split(' ')
    return [
      [name, lower],
      [name[0].toUpperCase() + name.slice(1), upper],
    ] as const
  }),
)

const variantLetters = {
  ϵ: 'epsilon',
  ϑ: 'theta',
  ϕ: 'phi',
  ϱ: 'rho',
  ς: 'sigma',
  ϖ: 'pi',
  ϰ: 'kappa',
  µ: 'mu',
  '∆': 'Delta',
}
const nameOfLetter = new Map<string, string>([
  ...[...greekLetters].map(([name, letter]) => [letter, name] as const),
  ...Object.entries(variantLetters),
])

/** Marks above a letter by the word that ends the canonical name: `m̂` is `mHat`. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['\u0302', 'Hat'],
  ['\u0303', 'Tilde'],
  ['\u0304', 'Bar'],
  ['\u0305', 'Bar'],
])

const superscriptLetters = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'
const subscriptLetters = 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ'

/** Source of the pattern of a superscript: a sign, then digits or one letter. */
export const superscriptPattern = `[⁺⁻]?(?:[⁰¹²³⁴-⁹]+|[${superscriptLetters}])`
/** Source of the pattern of a name as typed. */
export const namePattern = `(?![${superscriptLetters}])[\\p{L}_∆](?:(?![${superscriptLetters}])[\\p{L}\\p{M}\\p{Nd}_₀-₉∆])*`

// Letters that mean the plain letter: copied from a PDF, an `x` is often U+1D465.
const mathLetters = /[\u2100-\u214f\u{1d400}-\u{1d7ff}]/gu
const letterWithAccent = new RegExp(
  `^(\\p{L})([${[...accents.keys()].join('')}])(?=$|[\\p{Nd}_₀-₉${subscriptLetters}])`,
  'u',
)

const subscriptRun = new RegExp(`[${subscriptLetters}]+`, 'gu')

/**
 * The one name of all its spellings: Greek letters by name, digits as subscripts appended, letters as subscripts after `_`, a
 * hat, bar or tilde over a single letter as a word (`β₁` → `beta1`, `λₘₐₓ` → `lambda_max`, `m̂` → `mHat`). Idempotent.
 */
export function canonicalName(typed: string): string {
  const plain = typed.replace(mathLetters, (letter) => letter.normalize('NFKC'))
  const accented = plain
    .normalize('NFD')
    .replace(letterWithAccent, (_, letter: string, mark: string) => letter + accents.get(mark))
  return accented
    .normalize('NFC')
    .replace(subscriptRun, (letters) => `_${letters.normalize('NFKC')}`)
    .replace(/[₀-₉]/g, (digit) => digit.normalize('NFKC'))
    .replace(/./gu, (letter) => nameOfLetter.get(letter) ?? letter)
    .normalize('NFC')
}

/** The canonical name if the whole text is one name, else undefined. */
export function nameIn(text: string): string | undefined {
  return wholeName.test(text) ? canonicalName(text) : undefined
}
const wholeName = new RegExp(`^${namePattern}$`, 'u')

/** Operators that have another spelling. */
const operatorSpellings = new Map(
  Object.entries({
    '·': '*',
    '×': '*',
    '⋅': '*',
    '∗': '*',
    '\u2062': '*',
    '÷': '/',
    '∕': '/',
    '⁄': '/',
    '−': '-',
    '–': '-',
    '≤': '<=',
    '⩽': '<=',
    '≦': '<=',
    '≥': '>=',
    '⩾': '>=',
    '≧': '>=',
    '≠': '!=',
    '∧': 'and',
    '∨': 'or',
    '¬': 'not',
  }),
)

export function canonicalOperator(typed: string): string {
  return operatorSpellings.get(typed) ?? typed
}

/** Source of the pattern of an operator as typed. */
export const operatorPattern = `<=|>=|==|!=|[-+*/^<>=(),;√${[...operatorSpellings.keys()].map((c) => (c === '-' ? '\\-' : c)).join('')}]`

/** Full-width forms, as Chinese input methods type them, by their ASCII characters. Keeps every offset. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

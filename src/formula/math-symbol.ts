import { element, mi, mn, mo, row, type MathElement } from './mathml-element.ts'
import { greekLetters, nameIn } from './spelling.ts'

/** A name as it is typeset; a word (several letters) wants more room than a symbol. */
export interface MathSymbol {
  element: MathElement
  isWord: boolean
}

/** The symbols that the lectures use for these names, unless the formula uses them for something else. */
const symbolsOfNames: ReadonlyMap<string, string> = new Map([
  ['learningRate', 'eta'],
  ['initialLearningRate', 'eta0'],
  ['loss', 'L'],
  ['steps', 'T'],
])

/**
 * Typesets a canonical name: Greek letters, digits and what follows `_` as subscripts (`w1`, `lambda_max`), `Hat`, `Bar` and `Tilde`
 * as accents, a word after a letter as an upright subscript (`rhoMax`); any other word upright.
 * @param symbols what to show for a name instead: a name in any spelling, or any text
 * @param taken the names that occur in the formula
 */
export function mathSymbol(
  name: string,
  symbols: Readonly<Record<string, string>>,
  taken: ReadonlySet<string>,
): MathSymbol {
  const wanted = Object.hasOwn(symbols, name) ? symbols[name] : undefined
  const usual = symbolsOfNames.get(name)
  const shown = wanted !== undefined ? nameIn(wanted) : usual !== undefined && !taken.has(usual) ? usual : name
  const symbol = shown === undefined ? textSymbol(wanted!) : partsOf(shown)
  return { ...symbol, element: row([symbol.element], { 'data-name': name }) }
}

function textSymbol(text: string): MathSymbol {
  return { element: mi(text), isWord: [...text].length > 1 }
}

const accentMarks: Record<string, string> = { Hat: '^', Bar: '¯', Tilde: '~' }
const afterLetter = /^(Hat|Bar|Tilde)?(\d*)(?:_(.*)|(\p{Lu}.*))?$/u
const wordWithIndex = /^(\D*[^\d_])_*(\d*)(?:_(.*))?$/u

function partsOf(name: string): MathSymbol {
  if (name === 'e') return { element: mi('e', { mathvariant: 'normal' }), isWord: false }
  if (name === 'infinity') return { element: mi('∞'), isWord: false }
  const difference = /^Delta(\p{L}.*)$/u.exec(name)
  if (difference && !/^(Hat|Bar|Tilde|\p{Lu})/u.test(difference[1])) {
    const rest = partsOf(difference[1])
    return { element: row([mi('Δ', upright), rest.element]), isWord: rest.isWord }
  }
  return letterWithMarks(name) ?? word(name)
}

const upright = { mathvariant: 'normal' }

/** A Latin, Greek or other single letter with what stands over and below it. */
function letterWithMarks(name: string): MathSymbol | undefined {
  const greek = /^[A-Za-z][a-z]*/.exec(name)?.[0]
  const first = /^\p{L}\p{M}*/u.exec(name)?.[0]
  for (const [written, letter] of [
    [greek, greek && greekLetters.get(greek)],
    [first, first],
  ]) {
    if (!written || !letter) continue
    const match = afterLetter.exec(name.slice(written.length))
    if (!match) continue
    const [, accent, digits, below, camel] = match
    // Capital Greek letters are set upright, as Latin print does.
    const base = mi(letter, letter !== written && /^[A-Z]/.test(written) ? upright : undefined)
    const marked = accent
      ? element('mover', [base, mo(accentMarks[accent], { stretchy: 'false' })], { accent: 'true' })
      : base
    return { element: withSubscript(marked, [digits, below ?? subscriptWord(camel)]), isWord: false }
  }
  return undefined
}

/** `Max` of `rhoMax` as it stands below. */
function subscriptWord(camel: string | undefined): string | undefined {
  if (camel === 'Minus') return '−'
  if (camel === 'Plus') return '+'
  return camel && camel.length > 1 ? camel[0].toLowerCase() + camel.slice(1) : camel
}

function word(name: string): MathSymbol {
  const match = wordWithIndex.exec(name)
  if (!match) return { element: mi(name), isWord: true }
  const [, base, digits, below] = match
  return { element: withSubscript(mi(base), [digits, below]), isWord: true }
}

function withSubscript(base: MathElement, indices: (string | undefined)[]): MathElement {
  const items = indices.flatMap((index) => {
    if (!index) return []
    if (/^\d+$/.test(index)) return [mn(index)]
    if (index === '−' || index === '+') return [mo(index, { form: 'prefix' })]
    const greek = greekLetters.get(index)
    return [mi(greek ?? index)]
  })
  if (items.length === 0) return base
  return element('msub', [base, row(items.length === 2 ? [items[0], mo(','), items[1]] : items)])
}

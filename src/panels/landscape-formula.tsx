import { useMemo } from 'react'
import type { Landscape } from '../declare/landscape.ts'
import { mathmlOfProgram, type MathElement } from '../formula/mathml.ts'
import { words } from '../i18n/words.ts'
import type { Language } from '../i18n/language.ts'
import { Fitted } from './fitted.tsx'
import { Mathematics } from './mathematics.tsx'
import { readLoss } from './read-loss.ts'
import { useLanguage } from './use-words.ts'
import './formula.css'

/** The formula of a landscape, typeset line by line; as plain text should it not be readable. */
export function LandscapeFormula({ landscape }: { landscape: Landscape }) {
  const language = useLanguage()
  const lines = useMemo(() => typeset(landscape, language), [landscape, language])
  if (lines === undefined) return <pre className="formula-text">{landscape.loss}</pre>
  return (
    <figure className="formula" aria-label={words(language).surface.formula}>
      {lines.map((tree, index) => (
        <Fitted key={index} className="formula-line">
          <Mathematics tree={tree} />
        </Fitted>
      ))}
    </figure>
  )
}

function typeset({ loss, hyperparameters }: Landscape, language: Language): MathElement[] | undefined {
  const options = {
    symbols: Object.fromEntries(Object.entries(hyperparameters).map(([name, { symbol }]) => [name, symbol])),
    words: words(language).mathematics,
  }
  try {
    return mathmlOfProgram(readLoss(loss), options)
  } catch {
    return undefined
  }
}

import { useMemo } from 'react'
import type { Entry } from '../declare/entry.ts'
import type { Values } from '../declare/hyperparameter.ts'
import type { Modifier } from '../declare/modifier.ts'
import type { Optimizer } from '../declare/optimizer.ts'
import type { Schedule } from '../declare/schedule.ts'
import type { MathElement } from '../formula/mathml.ts'
import { Fitted } from './fitted.tsx'
import { choiceWords } from './known-choices.ts'
import { Mathematics } from './mathematics.tsx'
import { typesetProgram } from './typeset-program.ts'
import { useLanguage, useWords } from './use-words.ts'
import './about.css'

/** What an optimizer, a schedule or a modifier does: a sentence, its whole program in the form in force, and where it comes from. */
export function AboutProgram({
  id,
  thing,
  values,
}: {
  id: string
  thing: Optimizer | Schedule | Modifier
  values: Values
}) {
  const words = useWords()
  const language = useLanguage()
  const program = useMemo(() => typesetProgram(thing, values, words.mathematics), [thing, values, words])
  const forms = choiceWords(thing.hyperparameters, values, language)
  const { eachMomentum } = program
  return (
    <div id={id} className="about">
      <p className="hint">{thing.summary[language]}</p>
      {forms.length > 0 && <p className="hint">{words.about.shownFor(forms.join(words.about.between))}</p>}
      <figure className="formula about-program" aria-label={words.about.program}>
        <Start lines={program.start} />
        <Lines lines={program.lines} />
        {eachMomentum && (
          <>
            <figcaption className="quiet">{words.about.eachMomentum}</figcaption>
            <Start lines={eachMomentum.start} />
            <Lines lines={eachMomentum.lines} />
          </>
        )}
      </figure>
      <References thing={thing} />
    </div>
  )
}

/** What a landscape shows and where it comes from; its formula stands above already. */
export function AboutEntry({ id, thing }: { id: string; thing: Entry }) {
  const language = useLanguage()
  return (
    <div id={id} className="about">
      <p className="hint">{thing.summary[language]}</p>
      <References thing={thing} />
    </div>
  )
}

function Start({ lines }: { lines: readonly MathElement[] }) {
  const words = useWords().about
  if (lines.length === 0) return null
  return (
    <div className="about-start">
      <span className="quiet">{words.atStart}</span>
      {lines.map((tree, index) => (
        <Mathematics key={index} tree={tree} />
      ))}
    </div>
  )
}

function Lines({ lines }: { lines: readonly MathElement[] }) {
  return lines.map((tree, index) => (
    <Fitted key={index} className="formula-line">
      <Mathematics tree={tree} />
    </Fitted>
  ))
}

function References({ thing: { references } }: { thing: Entry }) {
  const words = useWords().about
  if (references.length === 0) return null
  return (
    <ul className="references" aria-label={words.references}>
      {references.map(({ authors, title, year, url }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noopener noreferrer">
            {title}
            <span className="spoken"> {words.newTab}</span>
          </a>
          <span className="quiet">
            {' '}
            {authors}, {year}
          </span>
        </li>
      ))}
    </ul>
  )
}

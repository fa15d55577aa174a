import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Values } from '../../src/declare/hyperparameter.ts'
import { serializeMathml, type MathElement } from '../../src/formula/mathml.ts'
import { words } from '../../src/i18n/words.ts'
import { lookahead } from '../../src/modifiers/lookahead.ts'
import { amsgrad } from '../../src/optimizers/amsgrad.ts'
import { rmsprop } from '../../src/optimizers/rmsprop.ts'
import { choiceWords, knownChoices } from '../../src/panels/known-choices.ts'
import { typesetProgram } from '../../src/panels/typeset-program.ts'
import { oneCycle } from '../../src/schedules/one-cycle.ts'

const { mathematics } = words('en')
const text = (trees: readonly MathElement[] = []) => trees.map((tree) => serializeMathml(tree).replace(/<[^>]*>/g, ''))
/** Names on the left of a typeset program's lines. */
const assigned = (lines: readonly string[]) => lines.map((line) => line.split(/[←=]/u)[0])

const programmed = [...catalogue.optimizers, ...catalogue.schedules, ...catalogue.modifiers]
/** Every combination of a thing's choices. */
const forms = programmed.flatMap((thing) => {
  const choices = Object.entries(thing.hyperparameters).flatMap(([name, declared]) =>
    declared.kind === 'choice' ? [[name, declared.choices.map(({ id }) => id)] as const] : [],
  )
  const all = choices.reduce<Values[]>(
    (sofar, [name, ids]) => sofar.flatMap((values) => ids.map((id) => ({ ...values, [name]: id }))),
    [{}],
  )
  return all.map((values) => ({ id: thing.id, form: JSON.stringify(values), thing, values }))
})

describe('the typeset program', () => {
  it.each(forms)('of $id $form has no undecided choice and acts on something', ({ thing, values }) => {
    const { start, lines, eachMomentum } = typesetProgram(thing, values, mathematics)
    expect(lines.length + (eachMomentum?.lines.length ?? 0)).toBeGreaterThan(0)
    const xml = [...start, ...lines, ...(eachMomentum?.lines ?? [])].map((tree) => serializeMathml(tree)).join('')
    for (const name of knownChoices(thing.hyperparameters, values).keys())
      expect(xml).not.toContain(`data-name="${name}"`)
  })

  it('shows what the form in force needs and nothing else', () => {
    const plain = text(typesetProgram(rmsprop, {}, mathematics).lines)
    const centred = text(typesetProgram(rmsprop, { centered: 'yes' }, mathematics).lines)
    expect(centred.length).toBeGreaterThan(plain.length)
    expect(text(typesetProgram(amsgrad, {}, mathematics).lines)).not.toEqual(
      text(typesetProgram(amsgrad, { form: 'paper' }, mathematics).lines),
    )
    const swinging = assigned(text(typesetProgram(oneCycle, {}, mathematics).lines))
    const still = assigned(text(typesetProgram(oneCycle, { cycleMomentum: 'no' }, mathematics).lines))
    expect(swinging).toContain('momentum')
    expect(still).not.toContain('momentum')
    expect(still.at(-1)).toBe('η')
  })

  it('shows what Lookahead does to the momentum only where it does something', () => {
    expect(typesetProgram(lookahead, {}, mathematics).eachMomentum).toBeUndefined()
    const reset = typesetProgram(lookahead, { inner: 'reset' }, mathematics).eachMomentum
    expect(assigned(text(reset?.lines))).toEqual(['buffer'])
    expect(reset?.start).toEqual([])
    const pulled = typesetProgram(lookahead, { inner: 'pullback' }, mathematics).eachMomentum
    expect(pulled?.lines.length).toBe(2)
    expect(text(pulled?.start).join()).toContain('=0')
    expect(text(typesetProgram(lookahead, {}, mathematics).start)).toEqual(['slow=θ'])
  })
})

describe('choices', () => {
  it('are named as they are in force', () => {
    expect(choiceWords(lookahead.hyperparameters, { inner: 'reset', k: 3 }, 'en')).toEqual([
      'momentum at a synchronisation: reset to zero',
    ])
    expect(choiceWords(lookahead.hyperparameters, {}, 'zh-Hant')).toEqual(['同步時的動量 保留'])
    expect([...knownChoices(lookahead.hyperparameters, { inner: 'pullback' })]).toEqual([['inner', 2]])
  })
})

// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { readRun, runText } from '../../src/link/run-text.ts'
import { RunControls } from '../../src/panels/run-controls.tsx'
import { defaultExperiment } from '../../src/state/default-experiment.ts'
import { store } from '../../src/state/store.ts'
import { useStore } from '../../src/state/use-store.ts'

function Controls() {
  const run = useStore((state) => state.experiment.runs[0])
  return <RunControls index={0} run={run} />
}

let root: Root | undefined

/** Shows the controls of one run, written as links write it. */
function show(text: string): HTMLElement {
  const run = readRun(text, catalogue, [])!
  act(() => root?.unmount())
  store.getState().show({ ...defaultExperiment, steps: 200, runs: [run] })
  const box = document.createElement('div')
  document.body.replaceChildren(box)
  root = createRoot(box)
  act(() => root?.render(<Controls />))
  return box
}

const linked = () => runText(store.getState().experiment.runs[0], 200)

function press(label: string): void {
  const button = document.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)
  if (button === null) throw new Error(`no button ${label}`)
  act(() => button.click())
}

/** Opens a picker and takes the option of that name. */
function pick(label: string, name: string): void {
  press(label)
  const option = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(
    (one) => one.querySelector('.picker-name')?.textContent === name,
  )
  if (option === undefined) throw new Error(`no option ${name}`)
  act(() => option.click())
}

function type(label: string, text: string): void {
  const field = document.querySelector<HTMLInputElement>(`input[type="text"][aria-label="${label}"]`)!
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text)
  act(() => void field.dispatchEvent(new Event('input', { bubbles: true })))
  act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })))
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => act(call))
  store.getState().setSession({ language: 'en' })
})

describe('modifiers', () => {
  it('are added, set, moved with the focus on the same button, and removed', () => {
    show('sgd')
    pick('Add a modifier', 'Lookahead')
    pick('Add a modifier', 'Clip by norm')
    expect(linked()).toBe('sgd+lookahead+clip-norm')
    type('steps between synchronisations k, exact value', '9')
    expect(linked()).toBe('sgd+lookahead(k:9)+clip-norm')
    press('Let Lookahead act later')
    expect(linked()).toBe('sgd+clip-norm+lookahead(k:9)')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Let Lookahead act earlier')
    press('Remove Clip by norm')
    expect(linked()).toBe('sgd+lookahead(k:9)')
    expect(document.querySelector('.move')).toBeNull()
  })

  it('are undone one by one', () => {
    show('sgd+lookahead+clip-norm')
    press('Remove Lookahead')
    press('Remove Clip by norm')
    act(() => store.getState().undo())
    expect(linked()).toBe('sgd+clip-norm')
  })
})

describe('schedules', () => {
  it('follow one another and multiply', () => {
    show('sgd')
    pick('Choose a schedule: No schedule', 'Cosine annealing')
    pick('Let another schedule follow', 'Step decay')
    expect(linked()).toBe('sgd@cosine~100~step')
    type('first step of schedule 2', '61')
    expect(linked()).toBe('sgd@cosine~60~step')
    type('first step of schedule 2', '1')
    expect(linked()).toBe('sgd@cosine~60~step')
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('at least 2 and at most 200')
    press('Remove what begins at step 61')
    pick('Multiply by another schedule', 'Step decay')
    expect(linked()).toBe('sgd@cosine*step')
    press('Remove Step decay')
    pick('Choose a schedule: Cosine annealing', 'No schedule')
    expect(linked()).toBe('sgd')
  })

  it('take lists', () => {
    show('sgd@multi-step')
    type('milestones', '20, 50, 90')
    expect(linked()).toBe('sgd@multi-step(milestones:20;50;90)')
  })
})

describe('what is said about a thing', () => {
  it('is its sentence, its program in the form in force, and links that leave the page alone', () => {
    const box = show('momentum(form:lecture)')
    expect(box.querySelector('.about')).toBeNull()
    const { thing } = store.getState().experiment.runs[0].optimizer
    press(`About ${thing.name.en}`)
    const about = box.querySelector('.about')!
    expect(about.textContent).toContain(thing.summary.en)
    expect(about.textContent).toContain('Shown for form: lecture.')
    expect(about.querySelectorAll('math').length).toBeGreaterThan(1)
    const links = [...about.querySelectorAll('a')]
    expect(links.map(({ href }) => href)).toEqual(thing.references.map(({ url }) => new URL(url).href))
    for (const link of links) {
      expect(link.target).toBe('_blank')
      expect(link.rel).toContain('noopener')
    }
  })

  it.each(['optimizers', 'schedules', 'modifiers'] as const)('is there for all %s', (shelf) => {
    for (const thing of catalogue[shelf]) {
      const text = { optimizers: thing.id, schedules: `sgd@${thing.id}`, modifiers: `sgd+${thing.id}` }[shelf]
      const box = show(text)
      press(`About ${thing.name.en}`)
      expect(box.querySelectorAll('.about math').length, thing.id).toBeGreaterThan(0)
      expect(box.querySelectorAll('.about a').length, thing.id).toBe(thing.references.length)
    }
  })
})

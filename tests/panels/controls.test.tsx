// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { decay, learningRate } from '../../src/declare/hyperparameter.ts'
import { HyperparameterControl } from '../../src/panels/hyperparameter-control.tsx'
import { store, type EditMode } from '../../src/state/store.ts'

const changed = vi.fn<(value: number, mode: EditMode) => void>()

function Control({ hyperparameter, start }: { hyperparameter: ReturnType<typeof decay>; start: number }) {
  const [value, setValue] = useState(start)
  return (
    <HyperparameterControl
      hyperparameter={hyperparameter}
      value={value}
      byDefault={hyperparameter.default}
      onChange={(next, mode) => {
        changed(next as number, mode)
        setValue(next as number)
      }}
    />
  )
}

function show(hyperparameter: ReturnType<typeof decay>, start: number) {
  const box = document.createElement('div')
  document.body.replaceChildren(box)
  act(() => createRoot(box).render(<Control hyperparameter={hyperparameter} start={start} />))
  const field = box.querySelector<HTMLInputElement>('input[type="text"]')!
  const slider = box.querySelector<HTMLInputElement>('input[type="range"]')!
  return { box, field, slider }
}

/** Writes into an input past React, as a person does. */
function enter(input: HTMLInputElement, text: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

function press(input: HTMLInputElement, key: string) {
  input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  changed.mockReset()
  store.getState().setSession({ language: 'en' })
})

describe('the exact field', () => {
  it('takes a value that the slider does not reach', () => {
    const { field } = show(learningRate(0.001), 0.05)
    act(() => enter(field, '42'))
    expect(changed).not.toHaveBeenCalled()
    act(() => press(field, 'Enter'))
    expect(changed.mock.calls).toEqual([[42, 'final']])
    expect(field.value).toBe('42')
  })

  it('refuses what is not accepted with a sentence, and the old value stays', () => {
    const { box, field } = show(decay('β', 0.9), 0.9)
    act(() => enter(field, '1.2'))
    act(() => press(field, 'Enter'))
    expect(changed).not.toHaveBeenCalled()
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const problem = box.querySelector('[role="alert"]')!
    expect(problem.textContent).toBe('1.2 is not accepted: β must be at least 0 and below 1.')
    expect(field.getAttribute('aria-describedby')).toBe(problem.id)

    act(() => field.focus())
    act(() => field.blur())
    expect(field.value).toBe('0.9')
    act(() => enter(field, '0.95'))
    act(() => press(field, 'Enter'))
    expect(changed.mock.calls).toEqual([[0.95, 'final']])
    expect(box.querySelector('[role="alert"]')).toBeNull()
  })

  it('forgets what was typed at Escape', () => {
    const { field } = show(learningRate(0.001), 0.05)
    act(() => enter(field, '7'))
    act(() => press(field, 'Escape'))
    act(() => press(field, 'Enter'))
    expect(changed).not.toHaveBeenCalled()
    expect(field.value).toBe('0.05')
  })

  it('goes up and down with the arrow keys', () => {
    const { field } = show(learningRate(0.001), 0.05)
    act(() => press(field, 'ArrowUp'))
    expect(changed.mock.calls[0][0]).toBeGreaterThan(0.05)
    act(() => press(field, 'ArrowDown'))
    expect(changed.mock.calls[1][0]).toBeLessThan(changed.mock.calls[0][0])
  })
})

describe('the slider', () => {
  it('edits live while it is dragged and once finally at release', () => {
    const { slider } = show(decay('β', 0.9), 0.5)
    act(() => enter(slider, '60'))
    act(() => enter(slider, '120'))
    expect(changed.mock.calls).toEqual([
      [0.9, 'live'],
      [0.99, 'live'],
    ])
    act(() => void slider.dispatchEvent(new Event('change', { bubbles: true })))
    expect(changed.mock.calls.slice(2)).toContainEqual([0.99, 'final'])
  })

  it('goes back to the default at a double click', () => {
    const { slider } = show(learningRate(0.001), 0.05)
    act(() => void slider.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })))
    expect(changed.mock.calls).toEqual([[0.001, 'final']])
  })
})

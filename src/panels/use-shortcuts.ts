import { useEffect } from 'react'
import { store } from '../state/store.ts'
import { showStep, stepBy, togglePlaying } from './playback.ts'

/** The keys of the page, wherever the focus is, except where the focused element means something by them. */
export function useShortcuts(openHelp: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const act = actionOf(event, openHelp)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [openHelp])
}

function actionOf(event: KeyboardEvent, openHelp: () => void): (() => void) | undefined {
  const target = event.target instanceof HTMLElement ? event.target : document.body
  if (isTextField(target) || target.closest('dialog') !== null) return undefined
  if (event.altKey) return undefined
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase()
    if (key === 'z') return event.shiftKey ? redo : undo
    return key === 'y' && event.ctrlKey ? redo : undefined
  }
  // A control that has the focus keeps the keys that it answers to.
  const control = target.closest('input, select, button, a, [role="slider"], [role="application"], [role="radio"]')
  switch (event.key) {
    case ' ':
      return control === null || control.matches('input[type="range"], [role="slider"], [role="application"]')
        ? togglePlaying
        : undefined
    case 'ArrowLeft':
      return isMovedByArrows(control) ? undefined : () => stepBy(-1)
    case 'ArrowRight':
      return isMovedByArrows(control) ? undefined : () => stepBy(1)
    case 'Home':
      return isMovedByArrows(control) ? undefined : () => showStep(0)
    case 'End':
      return isMovedByArrows(control) ? undefined : () => showStep(Infinity)
    case '?':
      return openHelp
    default:
      return undefined
  }
}

const undo = () => store.getState().undo()
const redo = () => store.getState().redo()

function isMovedByArrows(control: Element | null): boolean {
  // Surface, map and charts stop the keys that they use themselves.
  return control !== null && !control.matches('button, a, [role="application"]')
}

function isTextField(target: HTMLElement): boolean {
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['range', 'radio', 'checkbox', 'button'].includes(target.type)
}

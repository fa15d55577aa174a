import type { Language } from '../i18n/language.ts'

/** A sentence for the person: what was not understood and what was done instead, or what failed. */
export interface Notice {
  id: number
  tone: 'info' | 'warning' | 'error'
  text: string
}

/** What the inspector speaks of. */
export type Focus = { kind: 'run' } | { kind: 'critical'; index: number }

/** What is open, playing or pointed at. Never in the link, never undone. */
export interface Session {
  playing: boolean
  /** Steps a second are 60 · speed · steps / 600, so that any run takes the same time at 1×. */
  speed: number
  /** Index of the run whose sliders and formula are shown. */
  selectedRun: number
  focus: Focus
  /** Name of the own program whose editor is open. */
  editedProgram: string | undefined
  /** Parameters under the pointer, on surface or map. */
  hover: readonly number[] | undefined
  theme: 'auto' | 'light' | 'dark'
  language: Language
  notices: readonly Notice[]
}

import type { LocalizedText } from '../i18n/language.ts'
import type { Hyperparameters } from './hyperparameter.ts'
import type { Reference } from './reference.ts'

/** What every thing on a shelf declares. */
export interface Entry {
  /** Kebab-case, equal to the file's name; part of the contract of links. */
  id: string
  /** Typed by a person: it stands on no shelf. */
  own?: true
  name: LocalizedText
  /** One sentence. */
  summary: LocalizedText
  hyperparameters: Hyperparameters
  references: readonly Reference[]
}

import type { Entry } from '../declare/entry.ts'
import { languages, type Language } from '../i18n/language.ts'
import type { PickerOption } from './picker.tsx'

/** A shelf as the options of a picker; names in every language find an entry. */
export function pickerOptions<Thing extends Entry>(
  shelf: readonly Thing[],
  language: Language,
  groupOf?: (thing: Thing) => string,
): PickerOption[] {
  return shelf.map((thing) => ({
    id: thing.id,
    name: thing.name[language],
    summary: thing.summary[language],
    group: groupOf?.(thing),
    terms: `${thing.id} ${languages.map((other) => thing.name[other]).join(' ')}`,
  }))
}

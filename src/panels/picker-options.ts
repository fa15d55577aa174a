import type { Entry } from '../declare/entry.ts'
import { languages, type Language } from '../i18n/language.ts'
import type { PickerOption } from './picker.tsx'

/**
 * A shelf as the options of a picker, in teaching order and, where it has groups, group by group. Names in every language and authors find an
 * entry.
 */
export function pickerOptions<Thing extends Entry>(
  shelf: readonly Thing[],
  language: Language,
  groupOf?: (thing: Thing) => string,
): PickerOption[] {
  const options = shelf.map(({ id, name, summary, references }, index) => ({
    id,
    name: name[language],
    summary: summary[language],
    group: groupOf?.(shelf[index]),
    source: references.length > 0 ? `${references[0].authors}, ${references[0].year}` : undefined,
    terms: `${id} ${languages.map((other) => name[other]).join(' ')} ${references.map(({ authors }) => authors).join(' ')}`,
  }))
  const groups = [...new Set(options.map(({ group }) => group))]
  return groups.flatMap((group) => options.filter((option) => option.group === group))
}

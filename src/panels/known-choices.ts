import type { Hyperparameters, Values } from '../declare/hyperparameter.ts'
import type { Language } from '../i18n/language.ts'

/** Every choice as the number that programs read: the index of the form in force. */
export function knownChoices(hyperparameters: Hyperparameters, values: Values): Map<string, number> {
  const known = new Map<string, number>()
  for (const [name, declared] of Object.entries(hyperparameters)) {
    if (declared.kind !== 'choice') continue
    const chosen = values[name] ?? declared.default
    known.set(
      name,
      declared.choices.findIndex(({ id }) => id === chosen),
    )
  }
  return known
}

/** Every choice in words: `form: lecture`; in Chinese, where the sentence around it has the colon, `形式 課程`. */
export function choiceWords(hyperparameters: Hyperparameters, values: Values, language: Language): string[] {
  return Object.entries(hyperparameters).flatMap(([name, declared]) => {
    if (declared.kind !== 'choice') return []
    const chosen = values[name] ?? declared.default
    const label = declared.choices.find(({ id }) => id === chosen)?.label[language] ?? ''
    return [`${declared.label[language]}${language === 'en' ? ':' : ''} ${label}`]
  })
}

export const languages = ['en', 'zh-Hant', 'zh-Hans'] as const
export type Language = (typeof languages)[number]

/** One text in every language of the page. */
export type LocalizedText = Record<Language, string>

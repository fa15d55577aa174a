import type { CriticalPointKind } from '../declare/landscape.ts'
import type { Language, LocalizedText } from '../i18n/language.ts'

const names: Record<CriticalPointKind, LocalizedText> = {
  minimum: { en: 'minimum', 'zh-Hant': '最低點', 'zh-Hans': '极小点' },
  saddle: { en: 'saddle', 'zh-Hant': '鞍點', 'zh-Hans': '鞍点' },
  maximum: { en: 'maximum', 'zh-Hant': '最高點', 'zh-Hans': '极大点' },
  degenerate: { en: 'degenerate', 'zh-Hant': '退化點', 'zh-Hans': '退化点' },
}

/** The word for a kind of critical point, as it stands on tags and in panels. */
export function kindName(kind: CriticalPointKind, language: Language): string {
  return names[kind][language]
}

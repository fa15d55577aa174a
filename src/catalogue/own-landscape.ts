import type { Landscape } from '../declare/landscape.ts'
import { ownConstants } from './own-constant.ts'

/**
 * A landscape from a formula that a person typed. The shown region and the start stand in the experiment, so only what the
 * formula itself needs is here.
 * @param constants names that became hyperparameters, with their defaults
 */
export function ownLandscape(
  parameters: readonly string[],
  loss: string,
  data?: Landscape['data'],
  constants: Readonly<Record<string, number>> = {},
): Landscape {
  return {
    id: 'own',
    name: { en: 'Own formula', 'zh-Hant': '自訂公式', 'zh-Hans': '自定公式' },
    summary: {
      en: 'A formula you typed yourself.',
      'zh-Hant': '自己輸入的公式。',
      'zh-Hans': '自己输入的公式。',
    },
    parameters,
    loss,
    hyperparameters: ownConstants(constants),
    domain: parameters.map(() => [-2, 2] as const),
    starts: [parameters.map((_, index) => (index === 0 ? 1.5 : 1))],
    heightScale: 'linear',
    heightCap: 95,
    suggestedRates: { default: 0.05 },
    ...(data === undefined ? {} : { data }),
    references: [],
  }
}

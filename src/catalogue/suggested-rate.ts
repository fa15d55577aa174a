import type { Landscape } from '../declare/landscape.ts'
import type { Optimizer } from '../declare/optimizer.ts'

const kin: Record<Optimizer['family'], string> = {
  gradient: 'sgd',
  momentum: 'momentum',
  adaptive: 'adam',
  'second-order': 'none',
}

/** The learning rate at which an optimizer shows something on a landscape; undefined where its own default does. */
export function suggestedRate({ suggestedRates }: Landscape, { id, family, ratesLike }: Optimizer): number | undefined {
  if (Object.hasOwn(suggestedRates, id)) return suggestedRates[id]
  const like = ratesLike ?? kin[family]
  return like === 'none' ? undefined : (suggestedRates[like] ?? suggestedRates.default)
}

import type { Domain } from '../declare/landscape.ts'
import type { HeightScale } from '../look/height.ts'
import type { EditMode, Store } from '../state/store.ts'
import { startsOf } from '../state/starts-of.ts'
import { store } from '../state/store.ts'
import { intoDomain, roundInDomain } from './map-frame.ts'

/** What the map spans: the domain the grid was computed on (so that colours and paths fit), else the experiment's. */
export function domainOf({ results, experiment }: Store): Domain {
  return results.grid?.domain ?? experiment.domain ?? experiment.landscape.thing.domain
}

/** How the landscape's loss becomes height and colour; undefined until its grid is there. */
export function heightScaleOf({ results, experiment }: Store): HeightScale | undefined {
  const { grid } = results
  return grid && { kind: experiment.landscape.thing.heightScale, least: grid.least, cap: grid.cap }
}

/** Moves one start to a point of the domain; parameters beyond the second stay. */
export function moveStart(index: number, point: readonly number[], mode: EditMode): void {
  const domain = domainOf(store.getState())
  store.getState().edit((experiment) => {
    const starts = startsOf(experiment)
    const moved = [...intoDomain(domain, roundInDomain(domain, point)), ...(starts[index] ?? []).slice(2)]
    return { ...experiment, starts: starts.map((start, k) => (k === index ? moved : start)) }
  }, mode)
}

/** Closes the drag under way, if any, into one undo entry. */
export function endDrag(): void {
  if (store.getState().beforeDrag) store.getState().edit((experiment) => experiment, 'final')
}

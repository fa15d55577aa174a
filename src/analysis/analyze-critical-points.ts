import type { Domain, Landscape } from '../declare/landscape.ts'
import type { Setting } from '../simulation/experiment.ts'
import { certificateSentence, type CriticalPointCertificate } from './certificate.ts'
import { CriticalPointSearch } from './critical-point-search.ts'
import { multiStart } from './multi-start.ts'

export interface AnalysisOptions {
  /** Boxes that may be examined; `mostBoxes` unless given. */
  mostBoxes?: number
  /** Asked every few milliseconds; the search ends with what it has as soon as the answer is yes. */
  shouldStop?: () => boolean
}

/** Boxes examined between two questions whether to stop. */
const stride = 1000

/**
 * All critical points of the domain with a certificate: by interval arithmetic for two parameters; for more, by Newton's method from many
 * starts, with a certificate that says that nothing is proven.
 * @throws FormulaError
 */
export function analyzeCriticalPoints(
  landscape: Setting<Landscape>,
  domain: Domain,
  { mostBoxes, shouldStop = () => false }: AnalysisOptions = {},
): CriticalPointCertificate {
  if (domain.length !== 2) return unproven(landscape, domain)
  const search = new CriticalPointSearch(landscape, domain, mostBoxes)
  while (!shouldStop() && !search.step(stride));
  return search.certificate()
}

function unproven(landscape: Setting<Landscape>, domain: Domain): CriticalPointCertificate {
  const counted = {
    complete: false,
    points: [],
    clusters: [],
    unproven: multiStart(landscape, domain),
    curves: [],
    regions: [],
    undecided: [domain],
    undefined: [],
    boxes: 0,
    reason: 'dimension' as const,
  }
  return { ...counted, summary: certificateSentence(counted) }
}

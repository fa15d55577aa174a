import type { CriticalPointKind } from '../declare/landscape.ts'

/** Ring and tag colour of each kind of critical point. */
export const kindColours: Record<CriticalPointKind, string> = {
  minimum: '#2dd4bf',
  saddle: '#facc15',
  maximum: '#fb7185',
  degenerate: '#c4b5fd',
}

/** Arrows along eigenvectors: the loss curves up along them, or down. */
export const curvatureColours = { up: '#7dd3fc', down: '#fb7185', flat: '#94a3b8' } as const

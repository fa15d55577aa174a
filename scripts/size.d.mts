export interface Sizes {
  shell: number
  untilFirstFrame: number
  workers: number
  later: number
  everything: number
  files: { name: string; gzip: number; when: 'shell' | 'worker' | 'first frame' | 'later' }[]
}

/** In kB of 1000 bytes, gzip -9, JavaScript only. */
export const budgets: { shell: number; untilFirstFrame: number }

/** All in kB (1000 bytes) of gzip -9; `firstFrame` names the lazy chunks of the first picture, or lists the files fetched. */
export function sizes(dist?: string, firstFrame?: RegExp | string[]): Sizes

/** Gzipped kB by npm package; empty without source maps (SOURCEMAP=1). */
export function sizesByPackage(dist?: string): Record<string, number>

/** The table as text. */
export function sizeReport(dist?: string): string

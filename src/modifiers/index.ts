import type { Modifier } from '../declare/modifier.ts'

/** In teaching order. */
export const modifiers: readonly Modifier[] = []

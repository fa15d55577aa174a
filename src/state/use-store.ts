import { useStore as useZustand } from 'zustand'
import { store, type Store } from './store.ts'

/** Binds a view to a part of the store; it is drawn again only when that part changes. */
export function useStore<Part>(select: (state: Store) => Part): Part {
  return useZustand(store, select)
}

import { useEffect } from 'react'

/** Frees what a thing holds on the graphics card when it is replaced or its view goes; three fetches it anew if it is used again. */
export function useDisposed<Thing extends { dispose(): void }>(thing: Thing): Thing {
  useEffect(() => () => thing.dispose(), [thing])
  return thing
}

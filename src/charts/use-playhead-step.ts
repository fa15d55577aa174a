import { useEffect, useState } from 'react'
import { playhead } from '../state/playhead.ts'

/** The playhead's whole step for texts: it follows at most four times a second, and ends on the last one. */
export function usePlayheadStep(milliseconds = 250): number {
  const [step, setStep] = useState(() => Math.floor(playhead.at()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer = undefined
      setStep(Math.floor(playhead.at()))
    }
    const unsubscribe = playhead.subscribe(() => (timer ??= setTimeout(read, milliseconds)))
    read()
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [milliseconds])
  return step
}

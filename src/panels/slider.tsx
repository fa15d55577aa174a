import { useEffect, useRef, type CSSProperties } from 'react'
import type { NumberHyperparameter } from '../declare/hyperparameter.ts'
import type { EditMode } from '../state/store.ts'
import { formatNumber } from '../look/format-number.ts'
import { positionOf, sliderPlaces, valueAt } from './slider-scale.ts'
import { useWords } from './use-words.ts'

interface Props {
  value: number
  scaled: Pick<NumberHyperparameter, 'range' | 'scale' | 'integer'>
  byDefault: number
  label: string
  onChange: (value: number, mode: EditMode) => void
}

/** A slider on a hyperparameter's scale: edits are live while it is dragged and final at release; a double click sets the default. */
export function Slider({ value, scaled, byDefault, label, onChange }: Props) {
  const words = useWords().control
  const input = useRef<HTMLInputElement>(null)
  const position = positionOf(scaled, value)
  const places = placesOf(scaled)

  const dragged = useRef<number>(undefined)
  const latest = useRef({ value, onChange, scaled, places })
  useEffect(() => {
    latest.current = { value, onChange, scaled, places }
  })
  // `change` in the DOM's sense: once, at release. React's onChange is `input`.
  useEffect(() => {
    const element = input.current!
    const finish = () => {
      latest.current.onChange(dragged.current ?? latest.current.value, 'final')
      dragged.current = undefined
    }
    const onWheel = (event: WheelEvent) => {
      if (document.activeElement !== element || event.deltaY === 0) return
      event.preventDefault()
      const { value: old, onChange: change, scaled: scale, places: count } = latest.current
      change(nudged(scale, old, event.deltaY < 0 ? 1 : -1, count), 'final')
    }
    element.addEventListener('change', finish)
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.removeEventListener('change', finish)
      element.removeEventListener('wheel', onWheel)
    }
  }, [])

  return (
    <input
      ref={input}
      className="slider"
      type="range"
      min={0}
      max={places}
      step={1}
      value={Math.round(position * places)}
      style={{ '--share': position } as CSSProperties}
      aria-label={label}
      aria-valuetext={formatNumber(value, 4)}
      title={words.reset}
      onChange={(event) => {
        dragged.current = valueAt(scaled, Number(event.target.value) / places)
        onChange(dragged.current, 'live')
      }}
      onDoubleClick={() => onChange(byDefault, 'final')}
    />
  )
}

function placesOf({ range: [low, high], scale, integer }: Props['scaled']): number {
  return integer && scale === 'linear' ? Math.min(sliderPlaces, high - low) : sliderPlaces
}

/** The value one place of the slider up or down, inside its range; a small move always changes it. */
export function nudged(scaled: Props['scaled'], value: number, direction: 1 | -1, places = placesOf(scaled)): number {
  const place = positionOf(scaled, value) * places
  for (let steps = 1; steps <= places; steps++) {
    const target = Math.round(place) + direction * steps
    const next = valueAt(scaled, Math.min(1, Math.max(0, target / places)))
    if (next !== value) return direction > 0 === next > value ? next : value
    if (target <= 0 || target >= places) break
  }
  return value
}

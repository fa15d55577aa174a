import { useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { PickerList } from './picker-list.tsx'
import './picker.css'

export interface PickerOption {
  id: string
  name: string
  summary: string
  /** Options of one group stand together under its heading. */
  group?: string
  /** Authors and year of its first source. */
  source?: string
  /** What else finds it: its names in other languages, its id. */
  terms: string
}

interface Props {
  /** What is chosen here, for those who do not see it. */
  label: string
  options: readonly PickerOption[]
  /** Id of the option in force, marked in the list. */
  current?: string
  onPick: (id: string) => void
  className?: string
  /** What the button shows. */
  children: ReactNode
}

/** A button that opens a searchable list of named things with a sentence about each. */
export function Picker({ label, options, current, onPick, className = '', children }: Props) {
  // The button, while the list is open under it.
  const [anchor, setAnchor] = useState<HTMLButtonElement>()
  const close = (andFocus: boolean) => {
    setAnchor(undefined)
    if (andFocus) anchor?.focus()
  }
  return (
    <>
      <button
        type="button"
        className={`picker ${className}`}
        aria-haspopup="listbox"
        aria-expanded={anchor !== undefined}
        aria-label={label}
        onClick={(event) => setAnchor(anchor === undefined ? event.currentTarget : undefined)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setAnchor(event.currentTarget)
        }}
      >
        {children}
      </button>
      {anchor !== undefined &&
        createPortal(
          <PickerList
            label={label}
            options={options}
            current={current}
            anchor={anchor}
            onClose={close}
            onPick={(id) => {
              close(true)
              onPick(id)
            }}
          />,
          document.body,
        )}
    </>
  )
}

import { useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { PickerList } from './picker-list.tsx'
import './picker.css'

export interface PickerOption {
  id: string
  name: string
  summary: string
  /** Options of one group stand together under its heading. */
  group?: string
  /** What else finds it: its names in other languages, its id. */
  terms: string
}

interface Props {
  /** What is chosen here, for those who do not see it. */
  label: string
  options: readonly PickerOption[]
  /** Id of the option in force, marked in the list. */
  current?: string
  onPick(id: string): void
  className?: string
  /** What the button shows. */
  children: ReactNode
}

/** A button that opens a searchable list of named things with a sentence about each. */
export function Picker({ label, options, current, onPick, className = '', children }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const close = (andFocus: boolean) => {
    setOpen(false)
    if (andFocus) button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`picker ${className}`}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {children}
      </button>
      {open &&
        createPortal(
          <PickerList
            label={label}
            options={options}
            current={current}
            anchor={button.current!}
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

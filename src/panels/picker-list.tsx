// The pattern of a searchable list (ARIA's combobox with a listbox): the field keeps the focus and the keys, options are only pointed at.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import { useEffect, useId, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { Icon } from './icons.tsx'
import type { PickerOption } from './picker.tsx'
import { useWords } from './use-words.ts'

interface Props {
  label: string
  options: readonly PickerOption[]
  current: string | undefined
  /** The button under which the list opens. */
  anchor: HTMLElement
  onPick: (id: string) => void
  /** `andFocus`: the focus goes back to the button. */
  onClose: (andFocus: boolean) => void
}

/** The open list of a picker: a field to search in, which keeps the focus, and the options that match. */
export function PickerList({ label, options, current, anchor, onPick, onClose }: Props) {
  const words = useWords()
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const found = matching(options, typed)
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex(({ id }) => id === current),
    ),
  )
  const at = Math.min(active, found.length - 1)
  const idOf = (index: number) => `${listId}-${index}`

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target as Node
      if (!box.current?.contains(target) && !anchor.contains(target)) onClose(false)
    }
    const onResize = () => onClose(false)
    document.addEventListener('pointerdown', onPointerDown)
    window.addEventListener('resize', onResize)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      window.removeEventListener('resize', onResize)
    }
  }, [anchor, onClose])

  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, typed])

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: (at + 1) % found.length,
      ArrowUp: (at + found.length - 1) % found.length,
      PageDown: Math.min(at + 5, found.length - 1),
      PageUp: Math.max(at - 5, 0),
    }
    if (event.key in moves && found.length > 0) setActive(moves[event.key])
    else if (event.key === 'Enter' && found.length > 0) onPick(found[at].id)
    else if (event.key === 'Escape') onClose(true)
    else if (event.key === 'Tab') return onClose(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={box} role="dialog" aria-label={label} className="picker-list" style={placeUnder(anchor)}>
      <input
        // The list opens because the person asked for it, and typing searches at once; on a phone the keyboard would hide the list.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={!matchMedia('(pointer: coarse)').matches}
        className="picker-search"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={words.picker.search}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? idOf(at) : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className="picker-options">
        {found.map(({ id, name, summary, source, group }, index) => (
          <div
            key={id}
            id={idOf(index)}
            role="option"
            tabIndex={-1}
            className="picker-option"
            aria-selected={index === at}
            data-group={typed === '' && group !== found[index - 1]?.group ? group : undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => onPick(id)}
          >
            <span className="picker-name">
              {name}
              {id === current && <Icon name="check" />}
            </span>
            <span className="picker-summary">{summary}</span>
            {source !== undefined && <span className="picker-source">{source}</span>}
          </div>
        ))}
      </div>
      <output className="picker-nothing">
        {found.length === 0 ? words.picker.nothing : typed !== '' ? words.picker.found(found.length) : ''}
      </output>
    </div>
  )
}

/** Options that hold every typed word, those whose name begins with the text first. */
function matching(options: readonly PickerOption[], typed: string): readonly PickerOption[] {
  const parts = typed.toLowerCase().split(/\s+/u).filter(Boolean)
  if (parts.length === 0) return options
  const begins = ({ name }: PickerOption) => name.toLowerCase().startsWith(parts[0])
  const found = options.filter(({ name, summary, terms }) => {
    const text = `${name} ${terms} ${summary}`.toLowerCase()
    return parts.every((part) => text.includes(part))
  })
  return [...found.filter(begins), ...found.filter((option) => !begins(option))]
}

/** Custom properties that place the list under its button, or above where there is more room; on a phone the sheet ignores them. */
function placeUnder(anchor: HTMLElement): CSSProperties {
  const { left, top, bottom, width } = anchor.getBoundingClientRect()
  const wide = Math.max(width, 320)
  const above = window.innerHeight - bottom < 280 && top > window.innerHeight - bottom
  return {
    '--picker-left': `${Math.max(8, Math.min(left, window.innerWidth - wide - 8))}px`,
    '--picker-width': `${wide}px`,
    '--picker-top': above ? 'auto' : `${bottom + 4}px`,
    '--picker-bottom': above ? `${window.innerHeight - top + 4}px` : 'auto',
    '--picker-height': `${Math.max(200, above ? top - 16 : window.innerHeight - bottom - 16)}px`,
  } as CSSProperties
}

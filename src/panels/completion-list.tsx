// The pattern of a text field with suggestions: the field keeps the focus and the keys, options are only pointed at.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
import type { CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import type { Completion } from './completions.ts'

interface Props {
  id: string
  label: string
  options: readonly Completion[]
  active: number
  /** Where the word begins on the screen. */
  at: DOMRect
  onPick: (option: Completion) => void
}

/** Names that fit what is typed, under the word. */
export function CompletionList({ id, label, options, active, at, onPick }: Props) {
  return createPortal(
    <div id={id} role="listbox" aria-label={label} className="completions" style={placeUnder(at, options.length)}>
      {options.map((option, index) => (
        <div
          key={option.insert}
          id={`${id}-${index}`}
          role="option"
          className="completion"
          aria-selected={index === active}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          <span className="code">{option.name}</span>
          <span className="completion-says">{option.says}</span>
        </div>
      ))}
    </div>,
    document.body,
  )
}

/** Custom properties that place the list under the word, or above it where there is no room. */
function placeUnder({ left, top, bottom }: DOMRect, count: number): CSSProperties {
  const height = 30 * count + 14
  const above = bottom + height > window.innerHeight && top > height
  return {
    '--completions-left': `${Math.max(8, Math.min(left - 10, window.innerWidth - 268))}px`,
    '--completions-top': above ? 'auto' : `${bottom + 4}px`,
    '--completions-bottom': above ? `${window.innerHeight - top + 4}px` : 'auto',
  } as CSSProperties
}

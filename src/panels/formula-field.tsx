import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Span } from '../formula/syntax.ts'
import { CompletionList } from './completion-list.tsx'
import { complete, completionsAt, type Candidate, type Completion, type Completions } from './completions.ts'
import { useWords } from './use-words.ts'
import './formula-field.css'

interface Props {
  label: string
  text: string
  /** Places that are underlined as wrong; an empty one underlines what stands there, at the end of the text a blank. */
  wrong: readonly Span[]
  /** Id of what says what is wrong, or gives a hint. */
  describedBy: string
  /** Names that can be read. */
  names: readonly Candidate[]
  onChange: (text: string) => void
  onBlur: () => void
}

/** A formula as text of several lines: what is wrong is underlined at its place, and names are completed while one types. */
export function FormulaField({ label, text, wrong, describedBy, names, onChange, onBlur }: Props) {
  const words = useWords().editor
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const shadow = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<Completions>()
  const [active, setActive] = useState(0)
  const [at, setAt] = useState<DOMRect>()
  const caretAfter = useRef<number>(undefined)

  useLayoutEffect(() => {
    if (caretAfter.current !== undefined) field.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = undefined
  }, [text])
  useLayoutEffect(() => {
    setAt(open === undefined ? undefined : placeOf(shadow.current as HTMLElement, open))
  }, [open])

  const show = (found: Completions | undefined) => {
    setOpen(found)
    setActive(0)
  }
  const pick = (option: Completion) => {
    if (open === undefined) return
    const made = complete(text, open, option)
    caretAfter.current = made.caret
    show(undefined)
    onChange(made.text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (open === undefined) {
      if (event.key !== ' ' || !event.ctrlKey) return
      show(completionsAt(text, event.currentTarget.selectionStart, names, true))
    } else {
      const count = open.options.length
      if (event.key === 'ArrowDown') setActive((active + 1) % count)
      else if (event.key === 'ArrowUp') setActive((active + count - 1) % count)
      else if (event.key === 'Enter' || event.key === 'Tab') pick(open.options[active])
      else if (event.key === 'Escape') show(undefined)
      else {
        // Moving about in the text leaves the word.
        if (/^(Arrow|Home|End|Page)/u.test(event.key)) show(undefined)
        return
      }
      event.stopPropagation()
    }
    event.preventDefault()
  }

  return (
    <label className="field">
      <span className="control-label">{label}</span>
      <span className="formula-field">
        <span ref={shadow} className="formula-shadow code" aria-hidden="true">
          {pieces(text, wrong)}
        </span>
        <textarea
          ref={field}
          className="text-field code"
          rows={1}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={text}
          aria-invalid={wrong.length > 0}
          aria-describedby={describedBy}
          aria-autocomplete="list"
          aria-controls={at === undefined ? undefined : listId}
          aria-activedescendant={at === undefined ? undefined : `${listId}-${active}`}
          onChange={(event) => {
            const { value, selectionStart } = event.target
            const deleted = value.length < text.length
            show(deleted && open === undefined ? undefined : completionsAt(value, selectionStart, names))
            onChange(value)
          }}
          onKeyDown={onKeyDown}
          onPointerDown={() => show(undefined)}
          onBlur={() => {
            show(undefined)
            onBlur()
          }}
        />
      </span>
      {open !== undefined && at !== undefined && (
        <CompletionList
          id={listId}
          label={words.completions}
          options={open.options}
          active={active}
          at={at}
          onPick={pick}
        />
      )}
    </label>
  )
}

/** The same letters, unseen, with what is wrong underlined. They also give the field its height, so a blank ends them. */
function pieces(text: string, wrong: readonly Span[]) {
  const result = []
  let done = 0
  for (const { start, end } of wrong.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue
    const stop = Math.max(end, start + 1)
    const marked = text.slice(start, stop).replace(/^[\r\n]?$/u, '\u00a0')
    result.push(
      text.slice(done, start),
      <span key={start} className="mark-place">
        {marked}
      </span>,
    )
    // A marked line break is shown as a blank before it.
    done = text.slice(start, stop) === '\n' ? start : stop
  }
  return [...result, text.slice(done), '\u200b']
}

/** Where the first letter of the word stands on the screen. */
function placeOf(shadow: HTMLElement, { start }: Completions): DOMRect {
  const range = document.createRange()
  const walker = document.createTreeWalker(shadow, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.nodeValue as string
    if (before + length > start) {
      range.setStart(node, start - before)
      range.setEnd(node, start - before + 1)
      return range.getBoundingClientRect()
    }
    before += length
  }
  return shadow.getBoundingClientRect()
}

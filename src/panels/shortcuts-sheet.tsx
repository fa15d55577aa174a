import { useEffect, useRef, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { useWords } from './use-words.ts'
import './shortcuts-sheet.css'

/** The list of keys, as a dialog. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const { shortcuts: words, page } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current!
    // A press beside the sheet closes it, in browsers that know the attribute.
    element.setAttribute('closedby', 'any')
    if (!element.open) element.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="shortcuts-heading" onClose={onClose}>
      <header className="sheet-header">
        <h2 id="shortcuts-heading">{words.heading}</h2>
        <IconButton icon="close" label={page.close} onClick={onClose} />
      </header>
      <dl className="shortcuts">
        <Shortcut says={words.playPause}>
          <kbd>{words.space}</kbd>
        </Shortcut>
        <Shortcut says={words.oneStep}>
          <kbd>←</kbd> <kbd>→</kbd>
        </Shortcut>
        <Shortcut says={words.ends}>
          <kbd>Home</kbd> <kbd>End</kbd>
        </Shortcut>
        <Shortcut says={words.undo}>
          <kbd>Ctrl</kbd> {words.or} <kbd>⌘</kbd> + <kbd>Z</kbd>
        </Shortcut>
        <Shortcut says={words.redo}>
          <kbd>Shift</kbd> + <kbd>Ctrl</kbd> {words.or} <kbd>⌘</kbd> + <kbd>Z</kbd>
        </Shortcut>
        <Shortcut says={words.help}>
          <kbd>?</kbd>
        </Shortcut>
      </dl>
    </dialog>
  )
}

function Shortcut({ says, children }: { says: string; children: ReactNode }) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>{says}</dd>
    </div>
  )
}

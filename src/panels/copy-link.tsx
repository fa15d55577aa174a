import { useEffect, useState } from 'react'
import { shareLink } from '../state/address.ts'
import { store } from '../state/store.ts'
import { Icon } from './icons.tsx'
import { useWords } from './use-words.ts'

/** Copies the link that holds the whole experiment, and says so. */
export function CopyLink() {
  const words = useWords().page
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    const done = await copyText(shareLink())
    setCopied(done)
    if (!done) store.getState().notify('warning', words.linkNotCopied)
  }
  return (
    <button type="button" className="share-button" onClick={() => void copy()}>
      <Icon name={copied ? 'check' : 'link'} />
      <span aria-live="polite">{copied ? words.linkCopied : words.copyLink}</span>
    </button>
  )
}

/** The clipboard is closed to frames without permission and to pages without https: then the older way is tried. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.className = 'spoken'
    document.body.append(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    return done
  }
}

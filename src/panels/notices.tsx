import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { IconButton } from './icon-button.tsx'
import { useWords } from './use-words.ts'
import './notices.css'

/** Sentences for the person, until dismissed; errors are announced at once. */
export function Notices() {
  const words = useWords().page
  const notices = useStore((state) => state.session.notices)
  return (
    <div className="notices">
      {notices.map(({ id, tone, text }) => (
        <div key={id} className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
          <p>{text}</p>
          <IconButton icon="close" label={words.dismiss} onClick={() => store.getState().dismiss(id)} />
        </div>
      ))}
    </div>
  )
}

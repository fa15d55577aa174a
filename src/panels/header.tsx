import { useEffect, useRef, useState } from 'react'
import { languages, type Language } from '../i18n/language.ts'
import type { Session } from '../state/session.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { CopyLink } from './copy-link.tsx'
import { IconButton } from './icon-button.tsx'
import { useLanguage, useWords } from './use-words.ts'
import './header.css'

const languageSigns: Record<Language, { short: string; full: string }> = {
  // What is seen begins what is said, so that who speaks to the page can name the button.
  en: { short: 'EN', full: 'EN, English' },
  'zh-Hant': { short: '繁', full: '繁體中文' },
  'zh-Hans': { short: '简', full: '简体中文' },
}

const nextTheme: Record<Session['theme'], Session['theme']> = { auto: 'light', light: 'dark', dark: 'auto' }

/** Name, what is shown, undo and redo, theme, language, link. */
export function Header({ onHelp }: { onHelp: () => void }) {
  const words = useWords().page
  const language = useLanguage()
  const { name, summary } = useStore((state) => state.experiment.landscape.thing)
  const canUndo = useStore((state) => state.past.length > 0)
  const canRedo = useStore((state) => state.future.length > 0)
  return (
    <header className="header">
      <h1 className="header-name">{words.name}</h1>
      <p className="header-what">
        <strong>{name[language]}</strong> <span>{summary[language]}</span>
      </p>
      <div className="header-tools">
        <IconButton icon="undo" label={words.undo} disabled={!canUndo} onClick={() => store.getState().undo()} />
        <IconButton icon="redo" label={words.redo} disabled={!canRedo} onClick={() => store.getState().redo()} />
        <Preferences onHelp={onHelp} />
        <CopyLink />
      </div>
    </header>
  )
}

/** Theme, language and help: in the header where there is room, else behind a button. */
function Preferences({ onHelp }: { onHelp: () => void }) {
  const words = useWords().page
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!open) return undefined
    const close = (event: Event) => {
      const away =
        event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)
      if (away) setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [open])

  return (
    <div ref={box} className="preferences">
      <IconButton
        icon="more"
        className="more-button"
        label={words.more}
        aria-expanded={open}
        aria-controls="preferences"
        onClick={() => setOpen(!open)}
      />
      <div id="preferences" className={`preferences-list${open ? ' open' : ''}`}>
        <ThemeButton />
        <LanguageButtons />
        <IconButton
          icon="help"
          className="help-button"
          label={words.help}
          onClick={() => {
            setOpen(false)
            onHelp()
          }}
        />
      </div>
    </div>
  )
}

function ThemeButton() {
  const words = useWords().page
  const theme = useStore((state) => state.session.theme)
  return (
    <IconButton
      icon={theme}
      label={`${words.theme}: ${words.themes[theme]}`}
      onClick={() => store.getState().setSession({ theme: nextTheme[theme] })}
    />
  )
}

function LanguageButtons() {
  const words = useWords().page
  const current = useLanguage()
  return (
    <fieldset className="languages" aria-label={words.language}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={languageSigns[language].full}
          title={languageSigns[language].full}
          aria-pressed={language === current}
          onClick={() => store.getState().setSession({ language })}
        >
          {languageSigns[language].short}
        </button>
      ))}
    </fieldset>
  )
}

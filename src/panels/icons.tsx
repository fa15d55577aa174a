import type { ReactNode } from 'react'

const drawings = {
  undo: <path d="M8 5 4 9l4 4M4 9h9a5 5 0 0 1 0 10h-3" />,
  redo: <path d="m16 5 4 4-4 4m4-4h-9a5 5 0 0 0 0 10h3" />,
  auto: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </>
  ),
  light: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v2m0 15v2m9.5-9.5h-2m-15 0h-2m16.2-6.7-1.4 1.4M6.7 17.3l-1.4 1.4m0-13.4 1.4 1.4m10.6 10.6 1.4 1.4" />
    </>
  ),
  dark: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />,
  link: <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1" />,
  help: (
    <>
      <rect x="2.5" y="6" width="19" height="12" rx="2" />
      <path d="M6.5 10h.01m3.5 0h.01m3.5 0h.01m3.5 0h.01M8 14h8" />
    </>
  ),
  close: <path d="m6 6 12 12M18 6 6 18" />,
  up: <path d="m7 14 5-5 5 5" />,
  about: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 11v5m0-8.2v.01" />
    </>
  ),
  down: <path d="m7 10 5 5 5-5" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  add: <path d="M12 5v14m-7-7h14" />,
  shown: (
    <>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  hidden: (
    <path d="m4 4 16 16M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a15 15 0 0 1-3 3.7M6 7.5A15 15 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9" />
  ),
  duplicate: (
    <>
      <rect x="8.5" y="8.5" width="11" height="11" rx="2" />
      <path d="M15.5 5.5v-1h-11v11h1" />
    </>
  ),
  remove: <path d="M5 7h14M10 7V4.5h4V7m-7.5 0 .8 12.5h9.4L17.5 7" />,
  restart: <path d="M5 4.5v5h5M5.3 9.5A7.5 7.5 0 1 1 4.5 13" />,
  back: <path d="M17 6 9 12l8 6zM6 6v12" fill="currentColor" />,
  forward: <path d="m7 6 8 6-8 6zm11 0v12" fill="currentColor" />,
  play: <path d="m8 5.5 11 6.5-11 6.5z" fill="currentColor" />,
  pause: <path d="M8.5 6v12m7-12v12" strokeWidth="3.5" />,
  map: <path d="m3.5 6.5 5.5-2 6 2 5.5-2v13l-5.5 2-6-2-5.5 2zm5.5-2v13m6-11v13" />,
  curvesUp: <path d="M4 6c2 12 14 12 16 0" />,
  curvesDown: <path d="M4 18c2-12 14-12 16 0" />,
  flat: <path d="M4 12h16" />,
  edit: <path d="m5 19 1-4L16.5 4.5l3 3L9 18zM14 7l3 3" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A line drawing of 24 × 24 in the colour of the text around it; the button that holds it says in words what it does. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  )
}

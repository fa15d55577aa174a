export type ColourScheme = 'light' | 'dark'

/** Colours that canvases need; the same names as the custom properties in the style sheet. */
export interface Palette {
  background: string
  panel: string
  line: string
  text: string
  quiet: string
  accent: string
}

export const palettes: Record<ColourScheme, Palette> = {
  dark: {
    background: '#0b101e',
    panel: '#121829',
    line: '#243049',
    text: '#eef2fb',
    quiet: '#98a4bd',
    accent: '#7c9cff',
  },
  light: {
    background: '#f5f3ee',
    panel: '#fffefb',
    line: '#dedad0',
    text: '#171c2c',
    quiet: '#5b6478',
    accent: '#3355d8',
  },
}

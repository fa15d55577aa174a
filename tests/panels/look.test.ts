import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { palettes, type ColourScheme } from '../../src/look/colour-scheme.ts'

const sheet = readFileSync(new URL('../../src/panels/look.css', import.meta.url), 'utf8')
const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')

/** The custom properties of every rule, in order: dark, light by the system, light by choice. */
const rules = [...sheet.matchAll(/\{\s*color-scheme: (dark|light);([^}]*)\}/g)].map(([, scheme, body]) => ({
  scheme: scheme as ColourScheme,
  colours: Object.fromEntries([...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value])),
}))

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe('the style sheet', () => {
  it('has each scheme, and light alike by the system and by choice', () => {
    expect(rules.map(({ scheme }) => scheme)).toEqual(['dark', 'light', 'light'])
    expect(rules[2].colours).toEqual(rules[1].colours)
  })

  it.each(rules)('has the colours that the canvases have: $scheme', ({ scheme, colours }) => {
    expect(colours).toMatchObject(palettes[scheme])
  })

  it.each(rules)('keeps text readable (WCAG AA): $scheme', ({ colours }) => {
    for (const ground of ['background', 'panel', 'hover'])
      for (const text of ['text', 'quiet', 'accent', 'problem'])
        expect(contrast(colours[text], colours[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours['on-accent'], colours.accent)).toBeGreaterThanOrEqual(4.5)
    for (const mark of ['up', 'down', 'flat', 'thumb'])
      expect(contrast(colours[mark], colours.panel), mark).toBeGreaterThanOrEqual(3)
  })
})

describe('the page', () => {
  it('has the policy, and nothing in it that the policy forbids', () => {
    expect(page).toContain(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; img-src 'self' data: blob:; style-src 'self'",
    )
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
  })

  it('tells the browser the colours of the background', () => {
    for (const scheme of ['dark', 'light'] as const)
      expect(page).toMatch(
        new RegExp(
          `theme-color" content="${palettes[scheme].background}" media="\\(prefers-color-scheme: ${scheme}\\)`,
        ),
      )
  })
})

import type { ColourScheme } from '../look/colour-scheme.ts'
import type { Stage } from './stage.ts'

interface Shown {
  stage: Stage
  scheme: ColourScheme
  element: HTMLElement
}

let shown: Shown | undefined

/** Makes a mounted view the one that pictures are taken of; returns what ends that. */
export function offerForPictures(view: Shown): () => void {
  shown = view
  return () => {
    if (shown === view) shown = undefined
  }
}

/** The colours of the background in surface.css, from the middle outwards. */
const backgrounds: Record<ColourScheme, readonly [string, string, string]> = {
  dark: ['#18213d', '#10172b', '#0b101e'],
  light: ['#fffefb', '#f5f3ee', '#e9e6dc'],
}

/**
 * The surface as it is shown now, with its texts and (unless told otherwise) its background, on a canvas of its own in device pixels, for
 * export; undefined where no surface is shown.
 */
export function surfacePicture({ background = true } = {}): HTMLCanvasElement | undefined {
  if (!shown) return undefined
  const { stage, scheme, element } = shown
  const [scene, texts] = element.querySelectorAll('canvas')
  if (!scene || !texts || scene.width === 0) return undefined
  // The drawing buffer is only there until this task ends, so it is drawn anew.
  stage.drawNow()
  const picture = document.createElement('canvas')
  const { width, height } = Object.assign(picture, {
    width: Math.max(scene.width, texts.width),
    height: Math.max(scene.height, texts.height),
  })
  const context = picture.getContext('2d')
  if (!context) return undefined
  if (background) {
    const glow = context.createRadialGradient(0, 0, 0, 0, 0, 1)
    backgrounds[scheme].forEach((colour, k) => glow.addColorStop([0, 0.5, 1][k], colour))
    context.setTransform(0.75 * width, 0, 0, 0.7 * height, 0.5 * width, 0.38 * height)
    context.fillStyle = glow
    context.fillRect(-2, -2, 4, 4)
    context.setTransform(1, 0, 0, 1, 0, 0)
  }
  context.drawImage(scene, 0, 0, width, height)
  context.drawImage(texts, 0, 0, width, height)
  return picture
}

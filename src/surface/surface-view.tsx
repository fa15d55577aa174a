import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { palettes, type ColourScheme } from '../look/colour-scheme.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { drawOverlay, type TagMemory } from './draw-overlay.ts'
import { graphics } from './graphics.ts'
import { pointerControl } from './pointer-control.ts'
import { shareOf } from './scene-box.ts'
import { SlimCanvas } from './slim-canvas.tsx'
import { Stage } from './stage.ts'
import { offerForPictures } from './surface-picture.ts'
import { SurfaceScene } from './surface-scene.tsx'
import { surfaceWords } from './surface-words.ts'
import './surface.css'
import { useColourScheme } from './use-colour-scheme.ts'

export interface SurfaceViewProps {
  /** Whether the wheel zooms at once, or only with Ctrl or focus so that a page around an embed still scrolls. */
  wheel?: 'always' | 'with-focus'
  /** Device pixels for a CSS pixel; as the screen has, at most 2. A frame that its host scales up asks for more. */
  density?: number
}

/**
 * The error surface of the store's experiment in three dimensions, filling its parent: surface, paths, balls, critical points, axes.
 * Draws a frame only when something has changed; `data-frames` on its canvas counts them. Without WebGL it says so.
 */
export function SurfaceView({ wheel = 'always', density }: SurfaceViewProps) {
  const language = useStore((state) => state.session.language)
  const scheme = useColourScheme()
  if (graphics() === 'none')
    return (
      <div className="surface-view" data-scheme={scheme}>
        <p className="surface-sentence">{surfaceWords.withoutGraphics[language]}</p>
      </div>
    )
  return <DrawnSurface wheel={wheel} density={density} scheme={scheme} label={surfaceWords.label[language]} />
}

interface DrawnProps extends SurfaceViewProps {
  scheme: ColourScheme
  label: string
}

function DrawnSurface({ wheel, density, scheme, label }: DrawnProps) {
  const [stage] = useState(() => new Stage())
  const element = useRef<HTMLDivElement>(null)
  const software = graphics() === 'software'
  const screenDensity = useSyncExternalStore(subscribeToResize, () => devicePixelRatio)
  const dots = software ? 1 : (density ?? Math.min(screenDensity, 2))

  useEffect(() => pointerControl(element.current as HTMLDivElement, stage), [stage])
  useEffect(() => offerForPictures({ stage, scheme, element: element.current as HTMLDivElement }), [stage, scheme])
  useEffect(() => {
    const around = element.current as HTMLDivElement
    const keepForPage = (event: WheelEvent) => {
      if (wheel === 'with-focus' && !event.ctrlKey && !event.metaKey && !around.contains(document.activeElement))
        event.stopPropagation()
    }
    around.addEventListener('wheel', keepForPage, { capture: true, passive: true })
    return () => around.removeEventListener('wheel', keepForPage, { capture: true })
  }, [wheel])

  const scene = useMemo(
    () => <SurfaceScene stage={stage} scheme={scheme} smooth={!software} />,
    [stage, scheme, software],
  )
  return (
    <div ref={element} className="surface-view" data-scheme={scheme}>
      <SlimCanvas stage={stage} smooth={!software} density={dots} label={label}>
        {scene}
      </SlimCanvas>
      <Overlay stage={stage} scheme={scheme} density={Math.min(density ?? screenDensity, 2)} />
    </div>
  )
}

/** The one canvas with all texts. It is drawn after each frame of the scene, and alone when only the pointer has moved. */
function Overlay({ stage, scheme, density }: { stage: Stage; scheme: ColourScheme; density: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const surface = canvas.current as HTMLCanvasElement
    const context = surface.getContext('2d')
    const memory: TagMemory = new Map()
    const draw = () => {
      if (!context || stage.width === 0) return
      const [width, height] = [Math.round(stage.width * density), Math.round(stage.height * density)]
      if (surface.width !== width || surface.height !== height) [surface.width, surface.height] = [width, height]
      context.setTransform(density, 0, 0, density, 0, 0)
      context.clearRect(0, 0, stage.width, stage.height)
      const { hover } = store.getState().session
      const { field } = stage
      const at = hover && field && ([0, 1].map((k) => shareOf(field.domain, k, hover[k])) as [number, number])
      drawOverlay(context, stage, palettes[scheme], scheme, at, memory)
    }
    const stop = stage.drawOverlayWith(draw)
    const unsubscribe = store.subscribe((now, before) => {
      if (now.session.hover !== before.session.hover) draw()
    })
    return () => {
      unsubscribe()
      stop()
    }
  }, [stage, scheme, density])
  return <canvas ref={canvas} className="surface-overlay" aria-hidden="true" />
}

function subscribeToResize(changed: () => void): () => void {
  // Zooming the page or moving it to another screen changes the density together with the size in CSS pixels.
  addEventListener('resize', changed)
  return () => removeEventListener('resize', changed)
}

import { createRoot, type ReconcilerRoot } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { WebGLRenderer } from 'three'
import type { Stage } from './stage.ts'

interface Props {
  stage: Stage
  /** Multisampling; cannot change later. */
  smooth: boolean
  /** Device pixels for a CSS pixel. */
  density: number
  label: string
  children: ReactNode
}

/**
 * A canvas with a React-three-fiber root in it. Fiber's own `Canvas` would pull in all of three; this one brings only what the children
 * name. It starts when it has a size (a frame of a hidden slide has none) and draws on demand.
 */
export function SlimCanvas({ stage, smooth, density, label, children }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef({ children, density })
  const draw = useRef<() => void>(() => {})

  useLayoutEffect(() => {
    const element = host.current as HTMLDivElement
    // A fresh canvas a mount: one whose context was given back cannot be used again.
    const canvas = document.createElement('canvas')
    canvas.tabIndex = 0
    canvas.setAttribute('role', 'application')
    canvas.dataset.frames = '0'
    element.append(canvas)
    let root: ReconcilerRoot<HTMLCanvasElement> | undefined = createRoot(canvas)
    const size = { width: 0, height: 0, top: 0, left: 0 }

    draw.current = () => {
      if (!root || size.width === 0 || size.height === 0) return
      const mine = root
      const { density: dpr } = latest.current
      stage.resize(size.width, size.height, dpr)
      const gl = () =>
        new WebGLRenderer({ canvas, alpha: true, antialias: smooth, powerPreference: 'high-performance' })
      void mine
        .configure({ gl, dpr, size: { ...size }, camera: stage.camera, frameloop: 'demand', flat: true })
        .then(() => {
          if (root === mine) mine.render(latest.current.children)
        })
    }
    const observer = new ResizeObserver(() => {
      // Layout pixels, not those of a host page that scales the frame.
      size.width = element.clientWidth
      size.height = element.clientHeight
      draw.current()
    })
    observer.observe(element)
    // Three restores what it had, but with frames on demand nobody asks for the first one.
    const restored = () => stage.invalidate()
    canvas.addEventListener('webglcontextrestored', restored)
    return () => {
      observer.disconnect()
      canvas.removeEventListener('webglcontextrestored', restored)
      root?.unmount()
      root = undefined
      draw.current = () => {}
      canvas.remove()
    }
  }, [stage, smooth])

  useEffect(() => {
    latest.current = { children, density }
    host.current?.querySelector('canvas')?.setAttribute('aria-label', label)
    draw.current()
  })
  return <div ref={host} className="surface-canvas" />
}

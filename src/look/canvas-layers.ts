/** Size of a stack of canvases in CSS pixels, and device pixels a CSS pixel. */
export interface LayerSize {
  width: number
  height: number
  ratio: number
}

export type PaintLayer = (layer: number, context: CanvasRenderingContext2D, size: LayerSize) => void

/**
 * Canvases stacked in one host, each painted again only when it was invalidated, at most once a frame; all of them when the
 * host's size or the screen's pixel ratio changes. The context comes cleared and in CSS pixels. Nothing runs while nothing
 * changes, and nothing is painted while the host has no area.
 */
export class CanvasLayers {
  readonly size: LayerSize = { width: 0, height: 0, ratio: 1 }
  private readonly host: HTMLElement
  private readonly canvases: readonly HTMLCanvasElement[]
  private readonly paint: PaintLayer
  private readonly stale = new Set<number>()
  private readonly observer: ResizeObserver
  private ratioQuery: MediaQueryList | undefined
  private frame = 0

  constructor(host: HTMLElement, canvases: readonly HTMLCanvasElement[], paint: PaintLayer) {
    this.host = host
    this.canvases = canvases
    this.paint = paint
    this.observer = new ResizeObserver(this.resize)
    // Observing calls back once at the start, so the first painting comes from there.
    this.observer.observe(host)
  }

  /** Has these layers (all, if none is named) painted again in the next frame. */
  invalidate(...layers: number[]): void {
    for (const layer of layers.length > 0 ? layers : this.canvases.keys()) this.stale.add(layer)
    if (this.frame === 0 && this.size.width > 0) this.frame = requestAnimationFrame(this.flush)
  }

  dispose(): void {
    this.observer.disconnect()
    this.ratioQuery?.removeEventListener('change', this.resize)
    cancelAnimationFrame(this.frame)
    this.frame = -1
  }

  private readonly flush = (): void => {
    this.frame = 0
    const { width, height, ratio } = this.size
    if (width === 0 || height === 0) return
    // In ascending order: an upper layer may use what a lower one laid out.
    for (const layer of [...this.stale].sort((a, b) => a - b)) {
      const context = this.canvases[layer].getContext('2d')
      if (!context) continue
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      context.save()
      this.paint(layer, context, this.size)
      context.restore()
    }
    this.stale.clear()
  }

  private readonly resize = (): void => {
    this.watchRatio()
    const width = this.host.clientWidth
    const height = this.host.clientHeight
    const ratio = window.devicePixelRatio || 1
    if (width === this.size.width && height === this.size.height && ratio === this.size.ratio) return
    Object.assign(this.size, width > 0 && height > 0 ? { width, height, ratio } : { width: 0, height: 0, ratio })
    for (const canvas of this.canvases) {
      canvas.width = Math.round(this.size.width * ratio)
      canvas.height = Math.round(this.size.height * ratio)
    }
    // Painted at once: a resized canvas is blank, and a frame of blank is a flicker.
    for (const layer of this.canvases.keys()) this.stale.add(layer)
    cancelAnimationFrame(this.frame)
    this.flush()
  }

  /** The query must name the ratio of the moment, so it is renewed at every change. */
  private watchRatio(): void {
    this.ratioQuery?.removeEventListener('change', this.resize)
    this.ratioQuery = matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`)
    this.ratioQuery.addEventListener('change', this.resize)
  }
}

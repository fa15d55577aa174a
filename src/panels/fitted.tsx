import { useLayoutEffect, useRef, type ReactNode } from 'react'

/** No smaller than this share of the usual size; what is wider still is scrolled. */
const smallest = 0.74
/** Sizes differ by this much at least, so that a line whose digits change does not tremble. */
const grain = 0.06

/** Sets a line of mathematics, which browsers do not wrap, a little smaller where it would be too wide. */
export function Fitted({ className, children }: { className: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current!
    const fit = () => {
      element.style.removeProperty('font-size')
      const share = element.clientWidth / element.scrollWidth
      if (share >= 1) return element.removeAttribute('data-cut')
      const size = Math.max(smallest, 1 - grain * Math.ceil((1 - share) / grain))
      element.style.fontSize = `${100 * size}%`
      element.toggleAttribute('data-cut', element.scrollWidth > element.clientWidth + 1)
    }
    fit()
    // The width alone is watched: the height follows from what is set here.
    let width = element.clientWidth
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      fit()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [children])
  return (
    <div ref={box} className={className}>
      {children}
    </div>
  )
}

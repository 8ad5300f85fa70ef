/**
 * A figure on the page: an image of the width that is there, with words for those who do not see it. Its table stands beside it. What draws it
 * is loaded when the figure is about to be seen, or printed.
 */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Size } from '../../analysis/publication/figures/draw.ts'
import { DRAW_ALL } from './draw-all.ts'

export interface FigureDrawing {
  readonly svg: string
  readonly size: Size
}

interface FigureImageProps {
  /** Says what the figure shows; the numbers are in the table. */
  readonly alt: string
  /** Names everything that `paint` draws from; another name draws again. */
  readonly drawn: string
  /** Loads what it needs, then draws for this width in pixels. */
  readonly paint: (width: number) => Promise<FigureDrawing>
  readonly children?: ReactNode
}

export function FigureImage({ alt, drawn, paint, children }: FigureImageProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const near = useNear(frame)
  const [picture, setPicture] = useState<FigureDrawing | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` names everything that `paint` depends on
  useEffect(() => {
    if (width === 0 || !near) return
    let wanted = true
    paint(width).then(
      (made) => wanted && setPicture(made),
      () => wanted && setPicture(null),
    )
    return () => {
      wanted = false
    }
  }, [drawn, width, near])
  return (
    <figure className="drawn">
      {/* A drawing wider than its place scrolls, and must then be reachable by keyboard. */}
      <div
        ref={frame}
        className={`drawn-frame ${picture ? '' : 'drawn-waiting'}`}
        tabIndex={picture && picture.size.width > width ? 0 : undefined}
      >
        {picture && (
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
            alt={alt}
            width={picture.size.width}
            height={picture.size.height}
          />
        )}
      </div>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  )
}

/** Width of an element in whole pixels, also after the window has changed. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const found = element.current
    if (!found) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    watch.observe(found)
    return () => watch.disconnect()
  }, [element])
  return width
}

/** Whether the element has come near what is seen. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const found = element.current
    if (!found) return
    const come = () => setNear(true)
    const watch = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && come(), {
      rootMargin: NEAR,
    })
    watch.observe(found)
    for (const event of ['beforeprint', DRAW_ALL]) window.addEventListener(event, come)
    return () => {
      watch.disconnect()
      for (const event of ['beforeprint', DRAW_ALL]) window.removeEventListener(event, come)
    }
  }, [element])
  return near
}

/** Half a window of a telephone: drawn by the time that it is reached. */
const NEAR = '400px'

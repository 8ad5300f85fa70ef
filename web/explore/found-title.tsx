/** The title of what was found. Who followed a link to it is led there: on a narrow window it lies far below, and the link is gone. */
import { useEffect, useRef } from 'react'

export interface FoundArrival {
  /** Whether somebody followed a link of this page to what is shown. */
  readonly arriving: boolean
  readonly onArrived: () => void
}

export function FoundTitle({ title, arriving, onArrived }: FoundArrival & { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!arriving) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
    onArrived()
  }, [arriving, onArrived])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {title}
    </h2>
  )
}

/** A text as a QR code, drawn as elements of SVG: the content security policy allows no style and no image of another origin. */
import { useEffect, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'

/** Light modules around the code; readers ask for four. */
const MARGIN = 4

/** Loaded when it is shown. Without it, on a line that has just dropped, the code stands there as text. */
const encoder = () => import('qr').then(({ encodeQR }) => encodeQR)

export function QrImage({ text, title }: { readonly text: string; readonly title: Text }) {
  const { say } = useLanguage()
  const [rows, setRows] = useState<readonly (readonly boolean[])[]>([])
  useEffect(() => {
    let wanted = true
    encoder().then(
      (encode) => wanted && setRows(encode(text, 'raw', { border: MARGIN })),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [text])
  if (rows.length === 0) return null
  const dark = rows.flatMap((row, y) => row.flatMap((module, x) => (module ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      className="receipt-qr"
      role="img"
      aria-label={say(title)}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}

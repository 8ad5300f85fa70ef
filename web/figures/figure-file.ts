/** A drawing as a file: SVG as it is, PNG for programs that know no SVG. Drawn in this browser; nothing is asked of anybody. */
import { keepFile } from '../frame/keep-file.ts'
import type { FigureDrawing } from './figure-image.tsx'

/** Pixels for each CSS pixel: sharp in print at the width of a page. */
const SCALE = 2

export const keepSvg = (name: string, { svg }: FigureDrawing): void => keepFile(`${name}.svg`, 'image/svg+xml', svg)

/** @param scale pixels for each CSS pixel */
export async function pngOf({ svg, size }: FigureDrawing, scale = SCALE): Promise<Uint8Array> {
  const image = new Image(size.width, size.height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = size.width * scale
  canvas.height = size.height * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws no pictures')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('this browser makes no PNG')
  return new Uint8Array(await blob.arrayBuffer())
}

export const keepPng = async (name: string, drawing: FigureDrawing): Promise<void> =>
  keepFile(`${name}.png`, 'image/png', await pngOf(drawing))

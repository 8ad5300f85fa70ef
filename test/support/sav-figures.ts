/** The numbers of each case of an uncompressed SPSS system file, read from its end. @see https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html */
export function savFigures(bytes: Uint8Array, cases: number): readonly (readonly number[])[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const slots = view.getInt32(68, true)
  return Array.from({ length: cases }, (_, row) => {
    const start = bytes.byteLength - (cases - row) * slots * 8
    return Array.from({ length: slots }, (__, slot) => view.getFloat64(start + slot * 8, true))
  })
}

/** Bytes of every label of a system file, of variables and of values, read record by record. */
export function savLabels(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const int = (place: number) => view.getInt32(place, true)
  const labels: Uint8Array[] = []
  for (let at = 176; int(at) !== 999; ) {
    const kind = int(at)
    if (kind === 2) {
      const [labelled, missing] = [int(at + 8), int(at + 12)]
      const length = labelled ? int(at + 32) : 0
      if (labelled) labels.push(bytes.subarray(at + 36, at + 36 + length))
      at += 32 + (labelled ? 4 + Math.ceil(length / 4) * 4 : 0) + 8 * Math.abs(missing)
    } else if (kind === 3) {
      let place = at + 8
      for (let left = int(at + 4); left > 0; left--) {
        const length = bytes[place + 8]!
        labels.push(bytes.subarray(place + 9, place + 9 + length))
        place += 8 + Math.ceil((length + 1) / 8) * 8
      }
      at = place
    } else if (kind === 4) at += 8 + 4 * int(at + 4)
    else if (kind === 6) at += 8 + 80 * int(at + 4)
    else if (kind === 7) at += 16 + int(at + 8) * int(at + 12)
    else throw new Error(`record ${kind} at ${at}`)
  }
  return labels
}

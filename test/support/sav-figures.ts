/** The numbers of each case of an uncompressed SPSS system file, read from its end. @see https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html */
export function savFigures(bytes: Uint8Array, cases: number): readonly (readonly number[])[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const slots = view.getInt32(68, true)
  return Array.from({ length: cases }, (_, row) => {
    const start = bytes.byteLength - (cases - row) * slots * 8
    return Array.from({ length: slots }, (__, slot) => view.getFloat64(start + slot * 8, true))
  })
}

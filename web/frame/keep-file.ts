/** Something made on this page is saved on the machine of whoever sits before it; it goes nowhere else. */
export function keepFile(name: string, type: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser takes the file in a moment of its own.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

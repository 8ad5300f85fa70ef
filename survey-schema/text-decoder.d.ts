/** Part of every browser and of Node, but of no language library: turning bytes into text is no input or output. */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string
}
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

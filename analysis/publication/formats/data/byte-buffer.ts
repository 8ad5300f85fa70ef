/** A buffer of bytes that grows while it is written, little-endian. Text and bytes are padded to their width. */
export class ByteBuffer {
  #buffer = new Uint8Array(1 << 14)
  #view = new DataView(this.#buffer.buffer)
  #at = 0
  readonly #padding: number

  /** @param padding byte that fills a field behind its text */
  constructor(padding: number) {
    this.#padding = padding
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#at
  }

  #grow(count: number) {
    if (this.#at + count <= this.#buffer.length) return
    const larger = new Uint8Array(Math.max(this.#buffer.length * 2, this.#at + count))
    larger.set(this.#buffer)
    this.#buffer = larger
    this.#view = new DataView(larger.buffer)
  }
  byte(value: number) {
    this.#grow(1)
    this.#buffer[this.#at++] = value
    return this
  }
  short(value: number) {
    this.#grow(2)
    this.#view.setUint16(this.#at, value, true)
    this.#at += 2
    return this
  }
  int(value: number) {
    this.#grow(4)
    this.#view.setInt32(this.#at, value, true)
    this.#at += 4
    return this
  }
  /** Eight bytes, of a whole number that a double holds exactly. */
  long(value: number) {
    return this.int((value % 2 ** 32) | 0).int(Math.floor(value / 2 ** 32))
  }
  double(value: number) {
    this.#grow(8)
    this.#view.setFloat64(this.#at, value, true)
    this.#at += 8
    return this
  }
  bytes(bytes: Uint8Array, width = bytes.length) {
    this.#grow(width)
    this.#buffer.fill(this.#padding, this.#at, this.#at + width)
    this.#buffer.set(bytes, this.#at)
    this.#at += width
    return this
  }
  text(text: string, width?: number) {
    return this.bytes(new TextEncoder().encode(text), width)
  }
  zeros(count: number) {
    this.#grow(count)
    this.#buffer.fill(0, this.#at, this.#at + count)
    this.#at += count
    return this
  }
  /** Whole numbers of eight bytes over what was written as such at a place. */
  overwriteLongs(place: number, values: readonly number[]) {
    values.forEach((value, at) => {
      this.#view.setBigUint64(place + 8 * at, BigInt(value), true)
    })
    return this
  }
  whole() {
    return this.#buffer.slice(0, this.#at)
  }
}

/** Names of elements and attributes in OpenDocument, whatever prefixes a writer chose for its namespaces. */
import type { XmlAttributes } from './xml-reader.ts'

const NAMESPACES: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0': 'calcext',
}

/** Reads attributes by their usual names (`office:value`), after it has seen which prefixes the root declares. */
export class OdsNames {
  /** Usual prefix → the prefix of this document. */
  readonly #prefixes = new Map<string, string>()
  readonly #written = new Map<string, string>()

  declare(attributes: XmlAttributes): void {
    for (const [name, uri] of Object.entries(attributes)) {
      const usual = NAMESPACES[uri]
      if (name.startsWith('xmlns:') && usual !== undefined) this.#prefixes.set(usual, name.slice(6))
    }
    this.#written.clear()
  }

  /** @param name the usual one, such as `office:value` */
  of(attributes: XmlAttributes, name: string): string | undefined {
    return attributes[this.#written.get(name) ?? this.#learned(name)]
  }

  /** Whether an element is a drawing: a picture, a shape, a form. */
  isDrawing(written: string): boolean {
    return written.startsWith(`${this.#prefixes.get('draw') ?? 'draw'}:`)
  }

  #learned(name: string): string {
    const [prefix = '', local = ''] = name.split(':')
    const written = `${this.#prefixes.get(prefix) ?? prefix}:${local}`
    this.#written.set(name, written)
    return written
  }
}

/** XML as text: elements with escaped content, nothing else. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeXml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string)

/** Written XML, as opposed to text that is still to be escaped. */
export interface Xml {
  readonly xml: string
}

export type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** One element; attributes without a value are left out. Strings among the children are escaped. */
export function element(name: string, attributes: Attributes, ...children: readonly (Xml | string | readonly Xml[])[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('')
  const inner = children
    .flat()
    .map((child) => (typeof child === 'string' ? escapeXml(child) : child.xml))
    .join('')
  return { xml: inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` }
}

/** A document, one child of the root a line. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`

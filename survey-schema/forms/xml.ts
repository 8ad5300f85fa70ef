/** XML as text: elements with escaped content, nothing else. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const SPECIAL = /[&<>"']/

export const escapeXml = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string) : text

/** Written XML, as opposed to text that is still to be escaped. */
export interface Xml {
  readonly xml: string
}

export type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** One element; attributes without a value are left out. Strings among the children are escaped. In plain loops: a document has a hundred thousand. */
export function element(name: string, attributes: Attributes, ...children: readonly (Xml | string | readonly Xml[])[]): Xml {
  let head = name
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== null && value !== undefined) head += ` ${key}="${typeof value === 'number' ? value : escapeXml(value)}"`
  }
  let inner = ''
  for (const child of children) {
    if (typeof child === 'string') inner += escapeXml(child)
    else if ('xml' in child) inner += child.xml
    else for (const one of child) inner += one.xml
  }
  return { xml: inner === '' ? `<${head}/>` : `<${head}>${inner}</${name}>` }
}

/** A document, one child of the root a line. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`

/**
 * Where the parts of an XLSX package are: by relationships, whatever the parts are called (ECMA-376, Part 2). Names are compared
 * ignoring letter case. Where a relationship is missing, the list of content types says it, and then the usual name.
 */
import { partTexts } from './part-text.ts'
import { brokenArchive } from './sheet.ts'
import { readWholeXml, type XmlAttributes } from './xml-reader.ts'
import type { UnpackBudget, ZipPart } from './zip.ts'

export type Parts = ReadonlyMap<string, ZipPart>

/** Calls back for each element of a part, with the names of those around it. @throws ProblemError `invalid-file` */
export function eachElement(
  part: ZipPart,
  budget: UnpackBudget,
  visit: (name: string, attributes: XmlAttributes, around: readonly string[]) => void,
): void {
  const around: string[] = []
  readWholeXml(
    partTexts(part, budget),
    {
      open(name, attributes) {
        visit(name, attributes, around)
        around.push(name)
      },
      close: () => void around.pop(),
      text() {},
    },
    { rule: 'broken_archive' },
  )
}

/** The part of a name, in the letters it is written in or in others. */
export function partNamed(parts: Parts, name: string): ZipPart | undefined {
  return byName(parts)(name)
}

/** Looks parts up. Hostile lists have many names, so that the parts are gone through once and not for each. */
function byName(parts: Parts): (name: string) => ZipPart | undefined {
  const folded = new Map([...parts].map(([name, part]) => [name.toLowerCase(), part]))
  return (name) => parts.get(name) ?? folded.get(name.toLowerCase())
}

interface Relationship {
  readonly id: string
  /** Last word of its type, the same in the strict and the transitional edition: `sharedStrings`. */
  readonly kind: string
  readonly part: ZipPart | undefined
}

/** More than any workbook of a person refers to. */
const MOST_RELATIONSHIPS = 10_000

export interface Relationships {
  ofId(id: string): ZipPart | undefined
  /** The first of a kind whose part is there. */
  ofKind(kind: string): ZipPart | undefined
}

/** What a part refers to. @param from its name; '' for the package as a whole */
export function relationshipsOf(parts: Parts, from: string, budget: UnpackBudget): Relationships {
  const at = from.lastIndexOf('/') + 1
  const list = partNamed(parts, `${from.slice(0, at)}_rels/${from.slice(at)}.rels`)
  const found: Relationship[] = []
  const named = byName(parts)
  const partAt = (target: string) => named(resolved(from.slice(0, at), target))
  if (list)
    eachElement(list, budget, (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return
      if (found.length >= MOST_RELATIONSHIPS) throw brokenArchive()
      found.push({ id, kind: type.slice(type.lastIndexOf('/') + 1).toLowerCase(), part: partAt(target) })
    })
  const byId = new Map(found.map(({ id, part }) => [id, part]))
  return {
    ofId: (id) => byId.get(id),
    ofKind: (kind) => found.find((one) => one.kind === kind.toLowerCase() && one.part)?.part,
  }
}

/** A target as the name of a part: from the root, or from the folder of the part that refers to it. */
function resolved(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/')
  const segments: string[] = []
  for (const segment of (plain.startsWith('/') ? plain : folder + plain).split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

/** The first part whose content type ends as given: `sharedStrings+xml`. */
export function partOfType(parts: Parts, ending: RegExp, budget: UnpackBudget): ZipPart | undefined {
  const list = partNamed(parts, '[Content_Types].xml')
  const named = byName(parts)
  let found: ZipPart | undefined
  if (list)
    eachElement(list, budget, (name, { ContentType: type = '', PartName: part = '' }) => {
      if (name === 'Override' && ending.test(type)) found ??= named(part.replace(/^\//, ''))
    })
  return found
}

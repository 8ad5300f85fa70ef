/** Workbooks changed as programs, people and accidents change them: one to three changes each, by a source of chance. */
import type { PartTexts } from './workbook-parts.ts'

export type Chance = () => number

type Change = (parts: PartTexts, chance: Chance) => PartTexts

const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)] as T
const anyName = (parts: PartTexts, chance: Chance) => pick(Object.keys(parts), chance)
/** Mostly where the cells are. */
const anyXml = (parts: PartTexts, chance: Chance) =>
  chance() < 0.7
    ? (pick(
        Object.keys(parts).filter((name) => /sheet\d|content|shared/i.test(name)),
        chance,
      ) ?? anyName(parts, chance))
    : anyName(parts, chance)

const renamed = (parts: PartTexts, from: string, to: string): PartTexts =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [name === from ? to : name, text]))

/** Changes one of the places that a pattern finds in a part. */
const at =
  (pattern: RegExp, change: (found: string, chance: Chance) => string): Change =>
  (parts, chance) => {
    const name = anyXml(parts, chance)
    const text = parts[name] ?? ''
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return parts
    const one = pick(found, chance)
    return { ...parts, [name]: text.slice(0, one.index) + change(one[0], chance) + text.slice(one.index + one[0].length) }
  }

const VALUES = [
  '',
  '0',
  '1',
  '-1',
  '2',
  '99999999',
  '1e9',
  'x',
  's',
  'str',
  'e',
  'b',
  'n',
  'd',
  'inlineStr',
  'float',
  'date',
  'string',
  'true',
  'A1',
  'C3',
  'XFD1',
  'ZZZZ9',
  ' ',
  '日本',
] as const
const TEXTS = [
  '',
  ' ',
  '0',
  '3',
  '7.0',
  '1e400',
  'NaN',
  '#N/A',
  '&amp;',
  '&#x3042;',
  '&nope;',
  '<![CDATA[<b>]]>',
  '<!-- x -->y',
  '=1+1',
  '\u3000',
  '_x0041_',
  '_x0020_',
  ']]>',
  '\u0007',
  '日本',
] as const
const ATTRIBUTE = /\s[\w:]+="[^"]*"/g

/** Changes one of the elements of one of these names. */
const anElement =
  (names: readonly string[], change: (found: string) => string): Change =>
  (parts, chance) =>
    at(new RegExp(String.raw`<((?:\w+:)?${pick(names, chance)})(?=[\s/>])[^<>]*(?:\/>|>(?:(?!<\1[\s/>])[\s\S])*?<\/\1>)`, 'g'), change)(
      parts,
      chance,
    )

export const CHANGES: Readonly<Record<string, Change>> = {
  'a part in other letters': (parts, chance) => {
    const name = anyName(parts, chance)
    return renamed(parts, name, chance() < 0.5 ? name.toUpperCase() : name.replace(/[a-z](?=[^/]*$)/, (letter) => letter.toUpperCase()))
  },
  'a part under another name': (parts, chance) => renamed(parts, anyName(parts, chance), 'xl/elsewhere.xml'),
  'a part with the separator of Windows': (parts) =>
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name.replaceAll('/', '\\'), text])),
  'a part missing': (parts, chance) => {
    const gone = anyName(parts, chance)
    return Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone))
  },
  'a target written differently': (parts, chance) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [
        name,
        name.includes('workbook.xml.rels')
          ? text.replace(
              /Target="\/?(?:xl\/)?([^"]*)"/,
              (_, target: string) =>
                `Target="${pick([`/xl/${target}`, `./${target}`, `../xl/${target}`, target.toUpperCase(), target.replaceAll('/', '\\'), 'nowhere.xml'], chance)}"`,
            )
          : text,
      ]),
    ),
  'an attribute gone': at(ATTRIBUTE, () => ''),
  'an attribute of another value': at(ATTRIBUTE, (found, chance) => found.replace(/"[^"]*"/, `"${pick(VALUES, chance)}"`)),
  'an attribute twice': at(ATTRIBUTE, (found) => found + found),
  'a text of another value': at(/>[^<>]+(?=<\/)/g, (_, chance) => `>${pick(TEXTS, chance)}`),
  'a tag gone': at(/<\/?[\w:]+[^<>]*>/g, () => ''),
  'a tag of another name': at(/<\/?[\w:]+/g, (found, chance) => found + pick(['x', '', ':y'], chance)),
  'an element twice': anElement(
    ['c', 'row', 'v', 'si', 'sheet', 'xf', 'Relationship', 'p', 'table-cell', 'table-row', 'table'],
    (found) => found + found,
  ),
  'an element gone': anElement(
    ['c', 'row', 'v', 'si', 'f', 'is', 't', 'xf', 'numFmt', 'Relationship', 'p', 'table-cell', 'table-row', 'sheetData'],
    () => '',
  ),
  'an element within itself': anElement(['c', 'v', 'row', 'table-cell', 'table-row'], (found) => found.replace(/>/, `>${found}`)),
  'a text cut off': (parts, chance) => {
    const name = anyXml(parts, chance)
    const text = parts[name] ?? ''
    return { ...parts, [name]: text.slice(0, Math.floor(chance() * text.length)) }
  },
  'merged, hidden, or frozen': at(
    /<(?:\w+:)?(?:row|table-row|col|table-column)\b/g,
    (found, chance) => `${found} ${pick(['hidden="1"', 'hidden="true"', 'table:visibility="collapse"', 'collapsed="1"'], chance)}`,
  ),
  repeated: at(
    /<table:(?:table-row|table-cell|covered-table-cell)\b/g,
    (found, chance) =>
      `${found} table:number-${found.endsWith('row') ? 'rows' : 'columns'}-repeated="${pick([0, 2, 7, 400, 2100, 1_048_576, 'x'], chance)}"`,
  ),
  'a document type': at(/<(?=(?:\w+:)?(?:worksheet|sst|document-content)\b)/g, () => '<!DOCTYPE a [<!ENTITY nope "x">]><'),
}

/** Some changes of a workbook, and their names. */
export function mutant(parts: PartTexts, chance: Chance): { readonly parts: PartTexts; readonly changes: readonly string[] } {
  const names = Object.keys(CHANGES)
  let changed = parts
  const changes: string[] = []
  for (let left = 1 + Math.floor(chance() * 3); left > 0; left--) {
    const name = pick(names, chance)
    changes.push(name)
    changed = (CHANGES[name] as Change)(changed, chance)
  }
  return { parts: changed, changes }
}

/** The workbook as an outside reader sees it: sheets, names, lists and references fit together, and say what the XForm says. */
import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { workbook } from '../../analysis/publication/formats/office/workbook.ts'
import { shownCodes, statesOf } from '../../survey-schema/forms/offered.ts'
import { questionnaireXForm } from '../../survey-schema/forms/xform.ts'
import { questionnaireXlsForm } from '../../survey-schema/forms/xls-form.ts'
import { openWorkbook } from '../../survey-schema/partner-files/workbooks/workbook.ts'
import { readXml, type XmlElement } from '../../survey-schema/partner-files/workbooks/xml.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'

const bytes = workbook(questionnaireXlsForm())
const sheets = await readWorkbook(Buffer.from(bytes))

type Row = Readonly<Record<string, string>>
function sheet(name: string): readonly Row[] {
  const [heading = [], ...rows] = sheets.find((one) => one.sheet === name)?.data ?? []
  return rows.map((cells) => Object.fromEntries(heading.map((column, at) => [String(column), cells[at] == null ? '' : String(cells[at])])))
}
const [survey, choices, settings] = ['survey', 'choices', 'settings'].map(sheet) as [readonly Row[], readonly Row[], readonly Row[]]
const nodes = survey.filter(({ type }) => !/^end_/.test(type!))

describe('XLSForm', () => {
  it('has the three sheets, and settings without a clock', () => {
    expect(sheets.map((one) => one.sheet)).toEqual(['survey', 'choices', 'settings'])
    expect(settings).toEqual([
      {
        form_title: 'JNATIP 事例調査票 / JNATIP case questionnaire',
        form_id: 'jnatip_case',
        version: '1.0',
        default_language: 'Japanese (ja)',
      },
    ])
  })

  it('names each node once, by a name that every tool takes, with labels in both languages', () => {
    const names = nodes.map(({ name }) => name!)
    expect(names.filter((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
    for (const row of nodes) expect([row['label::English (en)'], row['label::Japanese (ja)']].includes(''), row.name!).toBe(false)
    expect(
      nodes
        .map(({ type }) => type!.split(' ')[0])
        .filter((type) => ['start', 'end', 'today', 'deviceid', 'geopoint', 'audit', 'image'].includes(type!)),
    ).toEqual([])
  })

  it('opens and closes its groups in order', () => {
    const open: string[] = []
    for (const { type } of survey) {
      const [, edge, kind] = /^(begin|end)_(group|repeat)$/.exec(type!) ?? []
      if (edge === 'begin') open.push(kind!)
      if (edge === 'end') expect(open.pop()).toBe(kind)
    }
    expect(open).toEqual([])
  })

  it('every list that is asked for stands among the choices with its codes, and none stands there unasked', () => {
    const asked = survey.flatMap(({ type }) => /^select_(?:one|multiple) (\S+)$/.exec(type!)?.[1] ?? [])
    expect([...new Set(asked)].sort()).toEqual([...new Set(choices.map((row) => row.list_name!))].sort())
    expect(
      choices.filter((row) => /\s/.test(row.name!) || row['label::English (en)'] === '' || row['label::Japanese (ja)'] === ''),
    ).toEqual([])
    for (const question of QUESTIONS) {
      const row = survey.find(({ name }) => name === question.id)
      const list = /^select_(one|multiple) (\S+)$/.exec(row?.type ?? '')
      if (!list) continue
      expect(list[1]).toBe(question.type === 'single' ? 'one' : 'multiple')
      expect(choices.filter((choice) => choice.list_name === list[2]).map(({ name }) => name)).toEqual(
        [...shownCodes(question), ...statesOf(question)].map(({ code }) => code),
      )
    }
  })

  it('every reference leads to a node that stands earlier, and the rules are those of the XForm', () => {
    const paths = new Map<string, string>()
    const binds = new Map<string, Readonly<Record<string, string>>>()
    const found = (element: XmlElement, name: string): readonly XmlElement[] =>
      element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...found(child, name)])
    for (const { attributes } of found(readXml(questionnaireXForm()), 'bind')) {
      const name = attributes.nodeset!.split('/').at(-1)!
      paths.set(name, attributes.nodeset!)
      binds.set(name, attributes)
    }
    paths.set('route_legs', '/data/part_route/route_legs')
    const seen = new Set<string>()
    for (const { name, relevant, constraint, required } of nodes) {
      const named = [...`${relevant} ${constraint}`.matchAll(/\$\{(\w+)\}/g)].map(([, id]) => id!)
      expect(
        named.filter((id) => !seen.has(id)),
        name!,
      ).toEqual([])
      seen.add(name!)
      const inPaths = (text: string) => text.replaceAll(/\$\{(\w+)\}/g, (_, id: string) => paths.get(id)!)
      const bind = binds.get(name!) ?? {}
      expect([name, bind.relevant ?? '', bind.constraint ?? '', bind.required === 'true()']).toEqual([
        name,
        inPaths(relevant!),
        inPaths(constraint!),
        required === 'yes',
      ])
    }
  })

  it('goes no further without a basis, and keeps rows and years within their bounds', () => {
    const constraint = (name: string) => nodes.find((row) => row.name === name)?.constraint
    expect(constraint('consent_basis')).toBe(". != 'no_basis'")
    expect([constraint('leg_from_country'), constraint('step_actor')]).toEqual(['position(..) <= 8', 'position(..) <= 6'])
    expect(constraint('arrival_year')).toBe('. >= 1980 and . <= 2100')
  })

  it('asks every question but the note of the paper form', () => {
    const names = new Set(nodes.map(({ name }) => name))
    expect(QUESTIONS.filter(({ id }) => !names.has(id)).map(({ id }) => id)).toEqual(['closing_note'])
  })

  it('is the same to our own reader, and the same bytes each time', () => {
    expect(openWorkbook(bytes).sheets.map(({ name }) => name)).toEqual(['survey', 'choices', 'settings'])
    expect(Buffer.from(workbook(questionnaireXlsForm())).equals(bytes)).toBe(true)
  })
})

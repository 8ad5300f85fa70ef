/** Imports of partner files: the columns of CTDC in every format and encoding. */
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ctdc2021Reader } from '../../../survey-schema/partner-files/published/ctdc-2021.ts'
import { DROPPED_COLUMNS, MAPPED_COLUMNS } from '../../../survey-schema/partner-files/published/ctdc-2021-columns.ts'
import { CTDC_2024_COLUMNS } from '../../../survey-schema/partner-files/published/ctdc-2024.ts'
import { encode } from '../encode.ts'
import { csv, read } from '../read-file.ts'
import { workbook } from '../workbook.ts'

const CTDC_HEADER = [...MAPPED_COLUMNS, ...Object.keys(DROPPED_COLUMNS)]
const CTDC_ROWS = [
  {
    yearOfRegistration: '2016',
    Datasource: 'Case Management',
    gender: 'Female',
    ageBroad: '9--17',
    citizenship: 'PH',
    CountryOfExploitation: 'JP',
    isSexualExploit: '1',
    isForcedLabour: '0',
    meansOfControlThreats: '1',
  },
  {
    yearOfRegistration: '2010',
    Datasource: 'Hotline',
    gender: 'Male',
    majorityStatus: 'Adult',
    citizenship: 'NA',
    RecruiterRelationship: 'Family/Relative; Other',
    meansOfControlThreats: 'X',
  },
  {
    yearOfRegistration: '-99',
    Datasource: 'Hotline',
    gender: '-99',
    citizenship: '',
    CountryOfExploitation: 'TH',
    meansOfControlConcatenated: 'a;b',
  },
].map((row: Record<string, string>) => CTDC_HEADER.map((name) => row[name] ?? ''))

describe('CTDC', () => {
  it('gives the same cases as CSV, XLSX and Shift_JIS', async () => {
    const text = [CTDC_HEADER, ...CTDC_ROWS].map((cells) => cells.join(',')).join('\r\n')
    // A kanji in a column that is read past makes the bytes Shift_JIS and nothing else.
    const japanese = text.replace('a;b', '脅迫;暴力')
    const plain = await read(strToU8(text))
    const { FEW, ...others } = {
      bytes: await read(encode(japanese, 'shift_jis', false)),
      tabs: await read(strToU8(text.replaceAll(',', '\t'))),
      xlsx: await read(
        workbook([
          {
            name: 'data',
            rows: [CTDC_HEADER, ...CTDC_ROWS.map((cells) => cells.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)))],
          },
        ]),
      ),
      FEW: null,
    }
    expect(FEW).toBeNull()
    expect(plain.kind).toBe('ctdc-2021')
    expect(plain.report).toMatchObject({ rows: 3, accepted: 3, refused: 0 })
    for (const other of Object.values(others)) expect([other.kind, other.cases]).toEqual(['ctdc-2021', plain.cases])
    expect(others.bytes.report.said[0]).toBe('encoding: Shift_JIS (CP932)')
    expect(plain.cases[1]?.answers).toMatchObject({
      citizenship: ['NA'],
      recruiter_relation: ['relative', 'other'],
      means_of_control: ['threats_person'],
    })
  })

  it('reads the 27 columns of 2024, and counts what they merge', async () => {
    expect(CTDC_2024_COLUMNS.length).toBe(27)
    const rows = [
      {
        yearOfRegistration: '2019',
        gender: 'Woman',
        ageBroad: '30--38',
        citizenship: 'PHL',
        CountryOfExploitation: 'JPN',
        traffickMonths: '13-24',
        isSexualExploit: '1',
        typeOfSexProstitution: '1',
        meansThreats: '1',
        meansWithholdDocs: '1',
      },
      {
        gender: 'Trans/Transgender/NonConforming',
        citizenship: 'ZZZ',
        traffickMonths: '0-12',
        recruiterRelationFriend: '1',
        typeOfLabourConstruction: '1',
      },
    ].map((row: Record<string, string>) => CTDC_2024_COLUMNS.map((name) => row[name] ?? ''))
    const header = CTDC_2024_COLUMNS.map((name) => (name === 'meansWithholdDocs' ? 'meansWithholdDocuments' : name))
    const { kind, cases, report } = await read(csv([header, ...rows]))
    expect([kind, report.accepted]).toEqual(['ctdc-2024', 2])
    expect(cases[0]?.answers).toMatchObject({
      gender: 'woman',
      age_band_registration: '30_38',
      citizenship: ['PH'],
      exploitation_duration: '13_24m',
      exploitation_types: ['sexual'],
      sexual_kinds: ['prostitution'],
      means_of_control: ['documents', 'other'],
      purpose_elements: ['sexual'],
    })
    expect(cases[1]?.answers).toMatchObject({
      exploitation_types: 'not_asked',
      means_of_control: 'not_asked',
      exploitation_duration: 'not_asked',
      recruiter_relation: ['neighbour_acquaintance'],
    })
    expect(report.unmapped).toEqual({ citizenship: 1 })
    expect(report.notes.filter((note) => /^\d+ cases/.test(note))).toEqual([
      '1 cases: 0-12 months; duration not asked',
      '1 cases: a merged means of control; read as other',
      '1 cases: sectors of labour without forced labour among the types; sectors not asked',
    ])
  })

  it('has a reader that the page can use alone', () => expect(ctdc2021Reader().header(CTDC_HEADER).mapped.length).toBe(54))
})

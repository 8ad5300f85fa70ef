/** Imports of partner files: where the headings are, and every trap that real files have set. */
import { describe, expect, it } from 'vitest'
import { importFile, planFile } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { CONTEXT } from '../../support/records.ts'
import { agreed, type Case, CONSENT, csv, detector } from '../read-file.ts'
import { workbook } from '../workbook.ts'

/** One table of two questions, decided; a third is answered, so that each row is a case. */
async function column(
  heading: string,
  cells: readonly string[],
  options: { readonly yes?: boolean; readonly values?: Record<string, string> } = {},
) {
  const bytes = csv([['id', heading, 'education'], ...cells.map((cell, at) => [`A-${at}`, cell, 'primary'])])
  const file = await openFile(bytes, 'file.csv')
  const plan = planFile(file, detector)
  const proposal = agreed(plan.proposal, CONSENT)
  const mapping =
    options.yes === false || options.values
      ? { ...proposal, columns: proposal.columns.map((one) => (one.heading === heading ? { ...one, values: options.values ?? {} } : one)) }
      : proposal
  const { outcomes } = importFile(file, 'table', CONTEXT, detector, { mapping })
  const question = plan.columns[1]?.target?.question as string
  return {
    plan: plan.columns[1],
    answers: [...outcomes].map((one) =>
      one.outcome === 'refused'
        ? one.errors.map(({ rule, kind }) => (kind ? `${rule} ${kind}` : rule)).join()
        : ((one.submission as Case).answers[question] ?? (one.submission as Case).groups.route_legs),
    ),
  }
}

describe('the row of headings', () => {
  it.each([
    [
      'stands first where nothing is known',
      [
        ['a', 'b'],
        ['no', '1'],
        ['x', '2'],
      ],
      1,
    ],
    [
      'stands first where one answer below is also a heading',
      [
        ['memo', 'b'],
        ['child', '1'],
        ['no', 'no'],
      ],
      1,
    ],
    ['stands below a title', [['List of cases'], ['No.', 'Sex', 'Age'], ['1', 'F', '24']], 2],
    [
      'stands below merged groups',
      [
        ['Person', '', 'Contact', ''],
        ['No.', 'Sex', 'Phone', 'E-mail'],
        ['1', 'F', '', ''],
      ],
      2,
    ],
    [
      'stands below blank rows and a title',
      [
        ['', ''],
        ['Cases of 2004', ''],
        ['No.', 'Nationality'],
        ['1', 'Thai'],
      ],
      3,
    ],
  ])('%s', async (_, rows, row) => {
    const file = await openFile(workbook([{ name: 'a', rows }]), 'a.xlsx')
    expect(planFile(file, detector).headingRow).toBe(row)
  })

  it('takes a heading that is merged downwards from the row above', async () => {
    const file = await openFile(
      workbook([
        {
          name: 'a',
          rows: [
            ['No.', '氏名', '', '年齢'],
            ['', '姓', '名', ''],
            ['1', '例田', '花子', 24],
          ],
        },
      ]),
      'a.xlsx',
    )
    expect(planFile(file, detector).columns.map(({ target, kind }) => target?.question ?? kind)).toEqual([
      'partner_case_key',
      'personal_name',
      'personal_name',
      'age_band_registration',
    ])
  })
})

describe('the traps in real files', () => {
  it('1, 3: several words for one country are offered, and none is applied without a yes', async () => {
    const words = [
      'Burma',
      'Myanmar',
      'Vietnamese',
      'Russia',
      'Russian Federation',
      'Filipino',
      'Philippines',
      'China, Taiwan Province of China',
      'Nationals',
      '',
    ]
    const undecided = await column('Nationality', words, { yes: false })
    expect(undecided.answers).toEqual([...words.slice(0, -1).map(() => 'undecided_word'), 'not_asked'])
    const { answers, plan } = await column('Nationality', words)
    expect(answers).toEqual([['MM'], ['MM'], ['VN'], ['RU'], ['RU'], ['PH'], ['PH'], ['TW'], 'unknown', 'not_asked'])
    expect(plan?.words.map(({ word }) => word)).toEqual(words.slice(0, -1))
  })

  it('1: three Koreas and two Congos are not decided for the partner', async () => {
    expect((await column('Nationality', ['Korea', 'Congo', 'South Korea', 'North Korea'])).answers).toEqual([
      'undecided_word',
      'undecided_word',
      ['KR'],
      ['KP'],
    ])
    expect((await column('Nationality', ['Korea'], { values: { korea: 'KR' } })).answers).toEqual([['KR']])
  })

  it('2: blanks at either end, crosses as marks, commas inside names beside comma-joined codes', async () => {
    expect((await column(' Nationality ', ['  TH ', 'Korea, Republic of, TH', 'TH,PH', 'Thai and Filipino'])).answers).toEqual([
      ['TH'],
      ['KR', 'TH'],
      ['TH', 'PH'],
      ['TH', 'PH'],
    ])
    const marks = await column('Confinement or surveillance', ['x', 'X', '○', '', '0', 'maybe'])
    expect(marks.plan).toMatchObject({ target: { question: 'means_of_control', code: 'movement' } })
    expect(marks.answers).toEqual([['movement'], ['movement'], ['movement'], 'not_asked', [], 'invalid_code'])
  })

  it('4: a suppressed number is no number, and the same key twice is refused', async () => {
    expect((await column('Age', ['<5', '24'])).answers).toEqual(['invalid_code', '24_26'])
    const bytes = csv([
      ['id', 'Sex'],
      ['A-1', 'F'],
      ['A-1', 'F'],
    ])
    const file = await openFile(bytes, 'f.csv')
    const mapping = agreed(planFile(file, detector).proposal, CONSENT)
    expect([...importFile(file, 'table', CONTEXT, detector, { mapping }).outcomes].map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'refused',
    ])
  })

  it('5: every way of writing nothing, in one column', async () => {
    const { answers } = await column('Nationality', ['-99', '', 'ZZ', '00', 'Unknown', 'Not Specified', '不明', 'n/a'])
    expect(answers).toEqual(['not_asked', 'not_asked', 'not_asked', 'not_asked', 'unknown', 'not_asked', 'unknown', 'not_asked'])
  })

  it('6: NA is Namibia where codes stand, and asked about where people wrote', async () => {
    expect((await column('Nationality', ['NA', 'TH'])).answers).toEqual(['undecided_word', ['TH']])
    expect((await column('Nationality', ['NA'], { values: { NA: 'NA' } })).answers).toEqual([['NA']])
    expect((await column('Nationality', ['NA'], { values: { NA: 'not_asked' } })).answers).toEqual(['not_asked'])
  })

  it('7: age bands with two hyphens, one, and a dash', async () =>
    expect((await column('Age', ['9--17', '9-17', '9–17', '48+', '18—20'])).answers).toEqual(['9_17', '9_17', '9_17', '48_plus', '18_20']))

  it('8: joined values with and without a blank', async () =>
    expect((await column('Exploitation', ['sexual;forced_labour', 'sexual; forced_labour', 'sexual\nforced_labour'])).answers).toEqual([
      ['sexual', 'forced_labour'],
      ['sexual', 'forced_labour'],
      ['sexual', 'forced_labour'],
    ]))

  it('11: eras, Buddhist years, and two-digit years, which are never guessed', async () => {
    const { answers } = await column('受付年', ['昭和58年4月1日', 'S58.4.1', '令和元年', '2547', '04', "'98"])
    expect(answers).toEqual([
      ...[1983, 1983, 2019, 2004].map((year) => ({ value: String(year), precision: 'year' })),
      'invalid_date',
      'invalid_date',
    ])
  })

  it('12, 13: a year column that holds a range is refused row by row', async () =>
    expect((await column('Year', ['2004', '2001-2003', 'Minor'])).answers).toEqual([
      { value: '2004', precision: 'year' },
      'invalid_date',
      'invalid_date',
    ]))

  it('names an identifier in a coded column by its kind, and nothing else of it', async () => {
    const { answers } = await column('Nationality', [
      '０９０－００００－１２３４',
      'rin@example.test',
      'Maria Halimbawa',
      'AB12345678CD',
      '東京都新宿区',
    ])
    expect(answers).toEqual([
      'identifier telephone',
      'identifier email',
      'invalid_code',
      'identifier residence_card_number',
      'identifier address',
    ])
  })

  it('reads a journey to Japan where the meaning of the column says so, and says it', async () => {
    const { answers, plan } = await column('都道府県', ['東京', '大阪府', 'Kanagawa'])
    expect(plan?.target).toEqual({ question: 'exploitation_prefectures' })
    expect(answers).toEqual([['13'], ['27'], ['14']])
    const origin = await column('Country of origin', ['Thai'])
    expect(origin.answers).toEqual([[{ leg_from_country: 'TH', leg_to_country: 'not_asked', leg_purpose: 'not_asked' }]])
  })
})

/** The editors' report as a page: Japanese and English side by side, and on every sheet the sentence that it is never published. */
import { UTILITY_BAR } from '../../../analysis/disclosure/utility.ts'
import type { ReleasedCell } from '../../../survey-schema/release/released-table.ts'
import { escaped, page } from './page.ts'
import { type EditorsReport, type Measured, NEVER_PUBLISHED, type WithheldCell } from './report.ts'

const REASONS: Readonly<Record<string, string>> = {
  small: '少数（0を含む） / too few, or nobody',
  complement: '差し引きで少数が分かる / its complement would tell',
  ladder: '上の区分との差で少数が分かる / the level above would tell',
  contributor: '報告者・当局・大使館が差し引ける / a contributor or observer could subtract',
  figure: '調整後の値が小さい / the adjusted figure is too small',
  audit: '監査で秘匿 / withheld by an audit',
}

/** A head that printers repeat: the sentence stands on every sheet, however far a section runs. */
const ON_EVERY_SHEET = `
.sheet, .sheet > *, .sheet > * > tr, .sheet > * > tr > td { display: block; width: 100%; border: 0; padding: 0; font-size: 1rem; line-height: 1.7; }
.cells { font-size: .8rem; line-height: 1.4; margin: .15rem 0; max-width: none; }
@media print {
  .sheet { display: table; table-layout: fixed; } .sheet > thead { display: table-header-group; } .sheet > tbody { display: table-row-group; } .sheet > * > tr { display: table-row; break-inside: auto; }
  .sheet > * > tr > td { display: table-cell; } .sheet .banner { font-size: 8pt; margin: 0 0 4mm; max-width: none; }
  .sheet > tbody > tr > td { font-size: 8.5pt; line-height: 1.4; }
  .cells { font-size: 6.5pt; line-height: 1.3; } h3 { margin: .6rem 0 0; font-size: 7pt; }
}
`

export function reportPage(report: EditorsReport): string {
  const { en, ja } = NEVER_PUBLISHED
  const parts = [
    '<h1>編集者用報告 / Editors’ report</h1>',
    ...(report.fictional ? ['<p><strong>架空のネットワーク / A fictional network</strong></p>'] : []),
    table('版 / Release', null, [
      ['版 / Editions', report.editions.join(', ')],
      ['巻 / Volume', report.volume ?? 'クロス集計は待機中 / crosstabs wait'],
      ['照合値 / Checksum', report.bundle],
      ...report.persons.map(({ slice, most, lookAlikes }) => [
        `${slice}: 人数 / persons`,
        `最大 / at most ${cell(most)}; よく似た事例 / look-alikes ${cell(lookAlikes)}`,
      ]),
      ['重複候補の組 / Pairs offered', duplicates(report)],
    ]),
    '<h2>方針 / Policy</h2>',
    table('設定 / Settings', null, flat(report.policy)),
    '<h2>有用性 / Utility</h2>',
    utility(report),
    '<h2>監査と攻撃 / Audit and attacks</h2>',
    '<h3>監査 / Audit</h3>',
    given(report.audit),
    '<h3>攻撃 / Attacks</h3>',
    given(report.attack),
    '<h2>秘匿の理由 / Why cells are withheld</h2>',
    table(
      `秘匿セル / withheld cells: ${report.withheld.length}`,
      ['理由 / Reason', 'セル / Cells'],
      Object.entries(report.reasons).map(([reason, count]) => [`${reason}: ${REASONS[reason] ?? ''}`, count]),
    ),
    '<h2>表ごとの有用性 / Utility by table</h2>',
    table(
      '内側のセルのみ。誤差は事例数。 / Inner cells only; the error in cases.',
      ['表 / Table', ...COLUMNS, '秘匿 / Withheld'],
      report.tables.map((one) => [
        `${one.slice} ${one.table}\n${one.ja} / ${one.en}`,
        ...figures(one.utility),
        `${one.withheld} / ${one.cells}`,
      ]),
    ),
    '<h2>秘匿セルの一覧 / Every withheld cell</h2>',
    '<p class="soft">行 × 列の符号。正確な件数はこの報告に含めない。 / Codes of row × column. Exact counts are not in this report.</p>',
    ...listed(report.withheld),
  ]
  const banner = `<p class="banner">${ja}<br><span lang="en">${en}</span></p>`
  const body = `<table class="sheet" role="presentation"><thead><tr><td>${banner}</td></tr></thead><tbody><tr><td>
${parts.join('\n')}
</td></tr></tbody></table>`
  return page('ja', '編集者用報告（公表禁止） / Editors’ report (never publish)', body, ON_EVERY_SHEET)
}

const COLUMNS = ['0でないセル / Non-zero cells', '公表 / shown', '事例 / Mass', '公表 / shown', '平均誤差 / Mean error'] as const

const share = (part: number, of: number) => (of === 0 ? '–' : `${part} (${((100 * part) / of).toFixed(1)}%)`)

const figures = ({ nonZero, nonZeroShown, mass, massShown, meanError }: Measured) => [
  nonZero,
  share(nonZeroShown, nonZero),
  mass,
  share(massShown, mass),
  meanError === null ? '–' : meanError.toFixed(2),
]

function utility({ utility: { all, single, coarsestCore, coreTables } }: EditorsReport): string {
  const { cases, nonZero, mass, error } = UTILITY_BAR
  const rows = [
    ['全表 / All tables', ...figures(all)],
    ['単純集計 / Single tables', ...figures(single)],
    ...(coarsestCore
      ? [
          [
            `基本項目どうし・最も粗い区分（${coreTables}表） / Core × core at the coarsest level (${coreTables} tables)`,
            ...figures(coarsestCore),
          ],
        ]
      : []),
  ]
  const [cells, held] = [nonZero, mass].map((part) => `${Math.round(100 * part)}%`)
  const floor = `${cases}件の巻での下限：0でないセル${cells}、事例${held}、平均誤差${error}以下 / Floor for a volume of ${cases}: ${cells} of the non-zero cells, ${held} of the mass, mean error at most ${error}`
  return table(floor, ['', ...COLUMNS], rows)
}

function duplicates({ duplicates: { pairs, same, different, undecided } }: EditorsReport): string {
  return `${pairs} (同一 / same ${same}, 別人 / different ${different}, 未決定 / undecided ${undecided})`
}

const cell = (one: ReleasedCell) =>
  one.status === 'shown' ? String(one.figure) : one.status === 'sum' ? `≥ ${one.figure} (${one.parts}/${one.of})` : 'x'

/** What a command printed: its plain values as a list, its lists as tables. */
function given(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '<p>渡されていない / Not given</p>'
  const entries = Array.isArray(value) ? [['', value] as const] : Object.entries(value)
  const plain = entries.filter(([, one]) => typeof one !== 'object' || one === null)
  const lists = entries.flatMap(([name, one]) => (Array.isArray(one) ? [[name, one as unknown[]] as const] : []))
  const nested = entries.filter(([, one]) => typeof one === 'object' && one !== null && !Array.isArray(one))
  return [
    ...(plain.length > 0
      ? [
          table(
            '',
            null,
            plain.map(([name, one]) => [name, String(one)]),
          ),
        ]
      : []),
    ...lists.map(([name, rows]) => listTable(name, rows)),
    ...nested.map(([name, one]) => table(name, null, flat(one as object))),
  ].join('\n')
}

function listTable(name: string, rows: readonly unknown[]): string {
  if (rows.length === 0) return `<p>${escaped(name)}: 0</p>`
  const objects = rows.map((row) => (typeof row === 'object' && row !== null ? row : { value: row }))
  const columns = [...new Set(objects.flatMap((row) => Object.keys(row)))]
  return table(
    `${name}: ${rows.length}`,
    columns,
    objects.map((row) => columns.map((column) => text((row as Record<string, unknown>)[column]))),
  )
}

const text = (value: unknown): string | number =>
  typeof value === 'number'
    ? value
    : Array.isArray(value)
      ? value.join(' × ')
      : value === undefined || value === null
        ? ''
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value)

const flat = (value: object, before = ''): (string | number)[][] =>
  Object.entries(value).flatMap(([name, one]) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) ? flat(one, `${before}${name}.`) : [[`${before}${name}`, text(one)]],
  )

function listed(withheld: readonly WithheldCell[]): string[] {
  const tables = grouped(withheld)
  return [...tables].map(([name, cells]) => {
    const reasons = grouped(cells, ({ reason }) => reason)
    const lines = [...reasons].map(
      ([reason, held]) =>
        `<p class="cells"><strong>${escaped(reason)}</strong> (${held.length}): ${held.map((one) => escaped(one.lines.join(' × '))).join('; ')}</p>`,
    )
    return `<h3><code>${escaped(name)}</code></h3>\n${lines.join('\n')}`
  })
}

const nameOf = ({ slice, table }: WithheldCell) => `${slice} ${table}`

function grouped(cells: readonly WithheldCell[], by: (cell: WithheldCell) => string = nameOf): Map<string, WithheldCell[]> {
  const groups = new Map<string, WithheldCell[]>()
  for (const one of cells) {
    const group = groups.get(by(one)) ?? []
    group.push(one)
    groups.set(by(one), group)
  }
  return groups
}

/** @param head column headings, the first of which names the rows; null for a list of names and values */
function table(caption: string, head: readonly string[] | null, rows: readonly (readonly (string | number)[])[]): string {
  const numeric = (value: string | number) => typeof value === 'number' || /^([\d.]+( \([\d.]+%\)| \/ \d+)?|–)$/.test(value)
  const cells = (row: readonly (string | number)[]) =>
    row
      .map((value, at) => {
        const words = escaped(String(value)).replaceAll('\n', '<br>')
        return at === 0 ? `<th scope="row">${words}</th>` : `<td${numeric(value) ? ' class="n"' : ''}>${words}</td>`
      })
      .join('')
  return [
    '<div class="scroll" tabindex="0"><table>',
    ...(caption ? [`<caption>${escaped(caption)}</caption>`] : []),
    ...(head ? [`<thead><tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>`] : []),
    `<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n')
}

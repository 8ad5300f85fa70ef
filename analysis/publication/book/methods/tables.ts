/** Which tables exist, which never will, and the ladders on which variables stand: counted from the grammar itself. */
import { sum } from 'simple-statistics'
import type { PrivacyClass } from '../../../../survey-schema/questionnaire/question.ts'
import { VARIABLES, type Variable } from '../../../../survey-schema/variables/index.ts'
import { everyTable, GRAMMAR_TABLES, type TableKind } from '../../../catalogue/every-table.ts'
import { coarsest, judgePair } from '../../../catalogue/grammar.ts'
import { REFUSALS, type RefusalId } from '../../../catalogue/refusals.ts'
import { grouped, list, type Section, text, type Words, words } from './document.ts'

const KINDS: Readonly<Record<TableKind, Words>> = {
  single: words('各項目の単純集計', 'Each variable by itself'),
  'core-core': words('基本項目どうし', 'Two core variables'),
  'question-core': words('項目と基本項目', 'A variable beside a core variable'),
  named: words('名指しで認めた組み合わせ', 'Named pairs'),
}

export interface PartCount {
  readonly kind: TableKind
  /** Without regard to levels, and with it. */
  readonly combinations: number
  readonly tables: number
}

export const partCounts = (): PartCount[] =>
  (Object.keys(KINDS) as TableKind[]).map((kind) => {
    const tables = everyTable().filter((table) => table.kind === kind)
    return {
      kind,
      tables: tables.length,
      combinations: new Set(tables.map(({ axes }) => axes.map(({ variable }) => variable).join(','))).size,
    }
  })

/** Of all pairs with a core variable: how many no level would make answerable, by rule. */
export function refusedPairs(): { readonly pairs: number; readonly byRule: ReadonlyMap<RefusalId, number> } {
  const byRule = new Map<RefusalId, number>()
  let pairs = 0
  VARIABLES.forEach((a, index) => {
    for (const b of VARIABLES.slice(index + 1)) {
      if (!a.core && !b.core) continue
      pairs += 1
      const rule = judgePair(a, coarsest(a), b, coarsest(b))
      if (rule !== null) byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
    }
  })
  return { pairs, byRule }
}

export function tablesSection(): Section {
  const counts = partCounts()
  const { pairs, byRule } = refusedPairs()
  const refused = sum([...byRule.values()])
  const waiting = GRAMMAR_TABLES.length - everyTable().length
  return {
    id: 'tables',
    title: words('公表する表は、あらかじめ決まっている', 'Which tables exist is decided beforehand'),
    blocks: [
      text(
        `尋ねることのできる表は、調査票の項目から規則で数え上げた${grouped(everyTable().length)}表がすべてです。すべてを版の作成時に一度だけ計算し、まとめて検査し、保存します。検索画面は保存された表を読むだけで、何も数えません。`,
        `All tables that can be asked for are enumerated by rule from the questionnaire: ${grouped(everyTable().length)} of them. All are computed once, audited together and stored when an edition is built. The search page reads stored tables and counts nothing.`,
      ),
      {
        kind: 'table',
        id: 'universe',
        caption: words('表の数', 'How many tables'),
        head: [words('種類', 'Kind'), words('項目の組', 'Combinations'), words('区分別の表', 'Tables by level')],
        rows: [
          ...counts.map(({ kind, combinations, tables }) => [KINDS[kind], grouped(combinations), grouped(tables)]),
          [
            words('計', 'Together'),
            grouped(sum(counts.map(({ combinations }) => combinations))),
            grouped(sum(counts.map(({ tables }) => tables))),
          ],
        ],
      },
      text(
        `このほかに、出身国・最初の経由国・国内の地域をつなぐ移動経路の図（木）が一つあります。規則の上では認められるが、まだ作成していない表が${waiting}あります。`,
        `Besides these there is one tree of routes: origin, first transit, area in Japan. ${waiting} tables that the rules allow are not built yet.`,
      ),
      text(
        '次のものは、データの内容にかかわらず、問い合わせの形だけを見て断ります。断られたこと自体からは何も分かりません。',
        'The following is refused by the form of the request alone, whatever the data, so that a refusal tells nothing.',
      ),
      {
        kind: 'table',
        id: 'refusals',
        caption: words(
          `断る規則（基本項目を含む${grouped(pairs)}組のうち${grouped(refused)}組）`,
          `Refusals (${grouped(refused)} of the ${grouped(pairs)} pairs with a core variable)`,
        ),
        head: [words('規則', 'Rule'), words('説明', 'What a reader is told'), words('断る組', 'Pairs')],
        rows: REFUSALS.map(({ id, en, ja }) => [id, { en, ja }, byRule.get(id) ?? '–']),
      },
      list(
        [
          '符号の列挙、否定、範囲の指定はできません。言えないことは、引き算にも使えません。',
          'No lists of codes, no negation, no ranges: what cannot be said cannot be subtracted.',
        ],
        [
          '「–」は、区分の細かさや項目の数について断る規則です。より大きな区分なら答えます。',
          '"–" marks rules about levels or the number of variables: the coarser request is answered.',
        ],
      ),
    ],
  }
}

const CLASSES: Readonly<Record<PrivacyClass, Words>> = {
  direct_identifier: words('識別情報', 'identifier'),
  quasi_identifier: words('間接的な手がかり', 'quasi-identifier'),
  sensitive: words('要配慮', 'sensitive'),
  harmless: words('支障なし', 'harmless'),
  administrative: words('事務', 'administrative'),
}

export function laddersSection(): Section {
  const levelsOf = (variable: Variable, chosen: readonly string[]): Words | string => {
    const levels = variable.levels.filter(({ id }) => chosen.includes(id))
    if (levels.length === 0) return '–'
    const named = (language: 'en' | 'ja') => levels.map((level) => `${level[language]} (${level.categories.length})`).join(' > ')
    return words(named('ja'), named('en'))
  }
  return {
    id: 'ladders',
    title: words('項目と区分のはしご', 'Variables and their ladders'),
    blocks: [
      text(
        `${VARIABLES.length}項目それぞれに、細かい区分から大きな区分への「はしご」があり、動かしません。括弧内は区分の数です。★は基本項目（${VARIABLES.filter(({ core }) => core).length}）で、ほかの項目と組み合わせられます。`,
        `Each of the ${VARIABLES.length} variables stands on a fixed ladder from fine to coarse; numbers in brackets are categories. ★ marks the ${VARIABLES.filter(({ core }) => core).length} core variables, which may stand beside others.`,
      ),
      {
        kind: 'table',
        id: 'ladders',
        caption: words('項目の一覧', 'All variables'),
        head: [words('項目', 'Variable'), words('性質', 'Class'), words('単純集計の区分', 'Alone'), words('組み合わせの区分', 'In pairs')],
        rows: VARIABLES.map((variable) => [
          words(`${variable.core ? '★ ' : ''}${variable.ja}\n${variable.id}`, `${variable.core ? '★ ' : ''}${variable.en}\n${variable.id}`),
          CLASSES[variable.privacy],
          levelsOf(variable, variable.alone),
          levelsOf(variable, variable.pair),
        ]),
      },
    ],
  }
}

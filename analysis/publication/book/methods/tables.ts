/** Section of the methods: which tables can be asked for, which are refused and by which rule, and the levels of each variable. Counted from the catalogue. */
import { sum } from 'simple-statistics'
import type { PrivacyClass } from '../../../../survey-schema/questionnaire/question.ts'
import { numeral, type Text, text } from '../../../../survey-schema/text.ts'
import { VARIABLES, type Variable } from '../../../../survey-schema/variables/index.ts'
import { everyTable, grammarTables, type TableKind } from '../../../catalogue/every-table.ts'
import { coarsest, judgePair } from '../../../catalogue/grammar.ts'
import { REFUSALS, type RefusalId } from '../../../catalogue/refusals.ts'
import { list, type MethodsSection, paragraph } from './document.ts'

const KINDS: Readonly<Record<TableKind, Text>> = {
  single: text('各項目の単純集計', 'Each variable by itself'),
  'core-core': text('基本項目どうし', 'Two core variables'),
  'question-core': text('項目と基本項目', 'A variable beside a core variable'),
  named: text('個別に認めた組み合わせ', 'Named pairs'),
}

export interface KindCount {
  readonly kind: TableKind
  /** Pairs of variables, and pairs of levels of them. */
  readonly combinations: number
  readonly tables: number
}

export const kindCounts = (): KindCount[] =>
  (Object.keys(KINDS) as TableKind[]).map((kind) => {
    const tables = everyTable().filter((table) => table.kind === kind)
    return {
      kind,
      tables: tables.length,
      combinations: new Set(tables.map(({ axes }) => axes.map(({ variable }) => variable).join(','))).size,
    }
  })

/** Pairs of variables, one of them core, that are refused at every level: how many, by the rule that refuses them. */
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

export function tablesSection(): MethodsSection {
  const counts = kindCounts()
  const { pairs, byRule } = refusedPairs()
  const refused = sum([...byRule.values()])
  const waiting = grammarTables().length - everyTable().length
  return {
    id: 'tables',
    title: text('公表する表は、あらかじめ決まっている', 'Which tables exist is decided beforehand'),
    blocks: [
      paragraph(
        `検索できる表は、調査票の項目から規則に従って列挙した${numeral(everyTable().length)}表がすべてです。版の作成時に一度だけ計算し、すべてまとめて秘匿検査にかけ、保存します。検索画面は保存された表を読むだけで、集計はしません。`,
        `All tables that can be asked for are enumerated by rule from the questionnaire: ${numeral(everyTable().length)} of them. All are computed once, audited together and stored when an edition is built. The search page reads stored tables and counts nothing.`,
      ),
      {
        kind: 'table',
        id: 'universe',
        caption: text('表の数', 'How many tables'),
        head: [text('種類', 'Kind'), text('項目の組', 'Combinations'), text('区分の細かさ別の表', 'Tables, one for each choice of levels')],
        rows: [
          ...counts.map(({ kind, combinations, tables }) => [KINDS[kind], numeral(combinations), numeral(tables)]),
          [
            text('計', 'Together'),
            numeral(sum(counts.map(({ combinations }) => combinations))),
            numeral(sum(counts.map(({ tables }) => tables))),
          ],
        ],
      },
      paragraph(
        `このほかに、出身国・最初の経由国・国内の地域をつなぐ移動経路の図（木）が一つあります。三つの項目を組み合わせるのは、この図だけです。${waiting === 0 ? '' : `規則では認められるものの、まだ作成していない表が${waiting}表あります。`}`,
        `Besides these there is one tree of journeys: origin, first transit, area in Japan. Nothing else has three variables together.${waiting === 0 ? '' : ` ${waiting} ${waiting === 1 ? 'table that the rules allow is' : 'tables that the rules allow are'} not built yet.`}`,
      ),
      paragraph(
        '次のものは、データの内容にかかわらず、問い合わせの形だけで断ります。断られたこと自体からは何も分かりません。三項目の組み合わせを断る規則は、移動経路の図には当てはまりません。',
        'The following is refused by the form of the request alone, whatever the data, so that a refusal tells nothing. The tree of journeys is the only exception to the rule on three variables.',
      ),
      {
        kind: 'table',
        id: 'refusals',
        caption: text(
          `断る規則（基本項目を含む${numeral(pairs)}組のうち${numeral(refused)}組）`,
          `Refusals (${numeral(refused)} of the ${numeral(pairs)} pairs with a core variable)`,
        ),
        head: [text('規則', 'Rule'), text('説明', 'What a reader is told'), text('断る組', 'Pairs')],
        rows: REFUSALS.map(({ id, en, ja }) => [id, { en, ja }, byRule.get(id) ?? '–']),
      },
      list(
        [
          'コードの列挙、否定、範囲の指定はできません。指定できない集計は、差し引きにも使えません。',
          'No lists of codes, no negation, no ranges: what cannot be asked for cannot be subtracted.',
        ],
        [
          '「–」は、区分の細かさや項目の数について断る規則です。より大きな区分なら答えます。',
          '"–" marks rules about levels or the number of variables: the coarser request is answered.',
        ],
      ),
    ],
  }
}

const CLASSES: Readonly<Record<PrivacyClass, Text>> = {
  direct_identifier: text('識別情報', 'identifier'),
  quasi_identifier: text('準識別子', 'quasi-identifier'),
  sensitive: text('要配慮', 'sensitive'),
  harmless: text('一般', 'ordinary'),
  administrative: text('事務', 'administrative'),
}

/** The categories of this level are chosen among those of the finest, by their published figures. */
const byFigures = ({ id }: Variable, level: string) => id === 'first_language' && level === 'top6'

export function hierarchiesSection(): MethodsSection {
  const levelsOf = (variable: Variable, chosen: readonly string[]): Text | string => {
    const levels = variable.levels.filter(({ id }) => chosen.includes(id))
    if (levels.length === 0) return '–'
    const named = (language: 'en' | 'ja') =>
      levels.map((level) => `${level[language]}${byFigures(variable, level.id) ? '' : ` (${level.categories.length})`}`).join(' > ')
    return text(named('ja'), named('en'))
  }
  return {
    id: 'ladders',
    title: text('項目と区分の階層', 'Variables and their hierarchies'),
    blocks: [
      paragraph(
        `${VARIABLES.length}項目それぞれに、細かい区分から大きな区分への決まった「区分の階層」があります。括弧内は区分の数です（上位6言語は公表値で選ぶため、記しません）。★は基本項目（${VARIABLES.filter(({ core }) => core).length}項目）で、ほかの項目と組み合わせることができます。`,
        `Each of the ${VARIABLES.length} variables has a fixed hierarchy, from fine to coarse categories. Numbers in brackets are categories; the six most frequent languages, chosen by published figures, have none. ★ marks the ${VARIABLES.filter(({ core }) => core).length} core variables, which may stand beside others.`,
      ),
      {
        kind: 'table',
        id: 'ladders',
        caption: text('項目の一覧', 'All variables'),
        head: [text('項目', 'Variable'), text('性質', 'Class'), text('単純集計の区分', 'Alone'), text('組み合わせの区分', 'In pairs')],
        rows: VARIABLES.map((variable) => [
          text(`${variable.core ? '★ ' : ''}${variable.ja}\n${variable.id}`, `${variable.core ? '★ ' : ''}${variable.en}\n${variable.id}`),
          CLASSES[variable.privacy],
          levelsOf(variable, variable.alone),
          levelsOf(variable, variable.pair),
        ]),
      },
    ],
  }
}

/**
 * The page of methods: how figures are made, withheld and audited, in words that a journalist can read and with every number that a
 * statistician needs to check them. Generated from the policy and from the tables of the code, so it cannot say anything else.
 */
import type { Policy } from '../../../../survey-schema/release/bundle.ts'
import { text } from '../../../../survey-schema/text.ts'
import { auditsSection } from './audits.ts'
import { basesSection } from './bases.ts'
import { list, type MethodsDocument, type MethodsSection, paragraph } from './document.ts'
import { evidenceSection } from './evidence.ts'
import { noiseSection } from './noise.ts'
import { observersSection, safetySection, unitsSection } from './rules.ts'
import { settingsSection } from './settings.ts'
import { structureSection } from './structure.ts'
import { hierarchiesSection, tablesSection } from './tables.ts'
import { withholdingSection } from './withholding.ts'

/** @param openDays days after publication for which an erratum may replace tables */
export function methodsDocument(policy: Policy, openDays: number): MethodsDocument {
  return {
    title: text('集計と個人保護の方法', 'How the figures are made, and how people are protected'),
    lead: text(
      `方針 ${policy.id}。身元が知られると危険な、数百人の人びとについての集計です。一つの表では安全に見える数値でも、差し引きを重ねると、個人が特定されることがあります。このページでは、それを防ぐための規則と、そのうち公表値で検算できる部分に必要なものを、すべて示します。`,
      `Policy ${policy.id}. These tables are about a few hundred people who would be in danger if anyone recognised them. Figures that look harmless one by one can point at a person once they are subtracted from one another. This page gives the rules against that, and what is needed to repeat the public part.`,
    ),
    sections: [
      summary(policy),
      unitsSection(policy, openDays),
      tablesSection(),
      safetySection(policy),
      ...(policy.structure === undefined ? [] : [structureSection(policy), basesSection(policy)]),
      policy.noise === null ? withholdingSection(policy) : noiseSection(policy.noise),
      observersSection(),
      auditsSection(policy),
      ...(policy.noise === null || policy.structure === undefined ? [] : [evidenceSection(policy)]),
      limits(policy),
      settingsSection(policy),
      hierarchiesSection(),
      sources(),
    ],
  }
}

function summary({ minimumCases, noise, minimumBase }: Policy): MethodsSection {
  return {
    id: 'summary',
    title: text('要点：表の読み方', 'In short: how to read a table'),
    blocks: [
      list(
        [
          noise === null
            ? '数値は実際の件数です。調整はしていません。'
            : `数値は一つひとつ調整しています。公表値は実際の件数と最大${noise.d}ちがうことがあります。`,
          noise === null
            ? 'A figure is the count itself; nothing is added to it.'
            : `Figures are adjusted one by one. A figure may differ from the count by up to ${noise.d}.`,
        ],
        [
          `${minimumCases}未満の数値は示しません。xは秘匿です。0のことも、少数のことも、${minimumCases}以上のこともあります。`,
          `No figure under ${minimumCases} is shown. x means withheld: nobody, a few, or ${minimumCases} or more.`,
        ],
        noise === null
          ? [
              'すべてが示されている内訳の合計は総数と一致します。秘匿した値を引き算で求められないよう、小さくないセルも秘匿することがあります。',
              'Parts add up to their total where all of them are shown. Cells that are not small are withheld too, so that no withheld one can be worked out.',
            ]
          : [
              '内訳を足しても総数にならないことがあります。誤りではありません。',
              'Parts need not add up to their total. That is not a mistake.',
            ],
        [
          '同じセルの数値は、検索でも、本書でも、ファイルでも同じです。数値は一度だけ作ります。',
          'The same figure stands in the search, the book and the files: it is made once.',
        ],
        [`割合は分母${minimumBase}以上のときだけ示します。`, `Percentages are given on bases of at least ${minimumBase}.`],
        [
          '報告された事例の集計です。増減は、被害の増減ではなく、報告の増減かもしれません。',
          'These are reported cases. A rise may be a rise in reports and not in trafficking.',
        ],
      ),
    ],
  }
}

const adjustedLimits = (least: number, d: number): [ja: string, en: string][] => [
  [
    `小さな数値ほど、調整の影響は大きくなります。公表値${least}の実際の件数は、${least}から${least + d}の間です。小さな差を論じないでください。`,
    `The smaller the figure, the more the adjustment weighs: a published ${least} stands for a count from ${least} to ${least + d}. Make nothing of small differences.`,
  ],
]

const EXACT_LIMITS: [ja: string, en: string][] = [
  [
    '調整をしない分、秘匿は多くなります。多くの表で、半分ほどの事例しか示されません。',
    'Without noise much more is withheld: in many tables about half of the cases are shown.',
  ],
  [
    '秘匿した値がどの幅に入るかは、公表値から計算できます。どの幅も、上に示した秘匿検査の基準より狭くはなりません。',
    'Between which values a withheld count lies can be computed from the figures. No such interval is narrower than the audits above allow.',
  ],
]

function limits({ minimumCases, noise }: Policy): MethodsSection {
  return {
    id: 'limits',
    title: text('この方法にできないこと', 'What this method cannot do'),
    blocks: [
      list(
        ...(noise === null ? EXACT_LIMITS : adjustedLimits(minimumCases, noise.d)),
        [
          '本人を直接知る人が、その人の話と大きな数値を結びつけることは防げません。抑えるのは、表から新たに分かることです。',
          'Somebody who knows a person’s story can still place it inside a large figure. What the rules limit is learning something new from the tables.',
        ],
        [
          '二つ以上の団体が結託し、それぞれの名簿を持ち寄る場合は、同じ統括団体の傘下にあるときだけ考慮しています。',
          'Two organisations that lay their lists together are provided for only where they belong to one umbrella.',
        ],
        [
          '秘匿した値を、本書では推定も補完もしません。公表値だけを使ってください。',
          'The book neither estimates withheld values nor fills them in. Use published figures alone.',
        ],
      ),
    ],
  }
}

function sources(): MethodsSection {
  return {
    id: 'sources',
    title: text('文献', 'Sources'),
    blocks: [
      list(
        ...[
          'Fraser, B., & Wooton, J. (2005). A proposed method for confidentialising tabular output to protect against differencing.',
          'Thompson, G., Broadfoot, S., & Elazar, D. (2013). Methodology for the automatic confidentialisation of statistical outputs from remote servers at the Australian Bureau of Statistics.',
          'Marley, J. K., & Leaver, V. L. (2011). A method for confidentialising user-defined tables: statistical properties and a risk–utility analysis.',
          'Jeffreys, H. (1961). Theory of Probability, third edition, chapter 5 (the Bayes factor).',
          'Dwork, C., & Roth, A. (2014). The algorithmic foundations of differential privacy.',
          'Giessing, S. (2016). Computational issues in the design of transition probabilities and disclosure risk estimation for additive noise.',
        ].map((source) => [source, source] as const),
      ),
      paragraph(
        'プログラムは公開しています。規則は analysis/disclosure、表の範囲は analysis/catalogue にあります。',
        'The program is public: the rules stand in analysis/disclosure, the closed list of tables in analysis/catalogue.',
      ),
    ],
  }
}

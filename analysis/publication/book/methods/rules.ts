/** Section of the methods: when a figure is shown, and which observers and insiders the rules protect against. Thresholds are read from the policy, codes from the rules. */
import type { Policy } from '../../../../survey-schema/release/bundle.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { variableById } from '../../../../survey-schema/variables/index.ts'
import { OBSERVERS } from '../../../catalogue/observers.ts'
import { list, type MethodsEntry, type MethodsSection, paragraph } from './document.ts'

export function unitsSection(
  { smallestEdition, smallestVolume, smallestVolumeByDecision, structure, noise }: Policy,
  openDays: number,
): MethodsSection {
  const adjusted = noise !== null
  return {
    id: 'units',
    title: text('何を数えるか、いつ公表するか', 'What is counted, and when it is published'),
    blocks: [
      paragraph(
        '数えるのは、協力団体・大使館・本人から報告され、集計に使うことが認められた事例です。同じ人が二度報告されたときは、一つの版の中で、下の条件で一人にまとめたものだけを一度と数え、まとめなかったものは別々に数えます。報告された事例の集計であり、被害全体を代表するものではありません。',
        'What is counted are cases that partner organisations, embassies or the persons themselves reported and that may be used for tables. A person who was reported twice is counted once in an edition where the two reports are joined as below, and twice where they are not. These are reported cases, not a sample of all victims.',
      ),
      list(
        [
          `単純集計は「版」ごと：前の版のあとに受け付けた事例が${smallestEdition}件以上になってから。`,
          `Single tables come by edition: the cases received since the last one, from ${smallestEdition} up.`,
        ],
        [
          `クロス集計は「巻」ごと：続いた版を合わせて${structure === undefined ? '' : '公表値で'}${smallestVolume}件以上（編集者二名の決定を記録すれば${smallestVolumeByDecision}件以上）。足りないときは次を待ちます。`,
          `Crosstabs come by volume: consecutive editions that together ${structure === undefined ? 'hold' : 'published'} ${smallestVolume} cases or more (${smallestVolumeByDecision} by the recorded decision of two editors). Fewer cases wait.`,
        ],
        [
          '移動の区間ごと、つながった機関ごとに尋ねた項目は、どれか一つの区間・段階で該当すれば一件と数えます。「機関」と「その結果」を組み合わせた表だけは、同じ段階の機関と結果を組み合わせます。',
          'Questions asked for each leg or step count a case once if any of its legs or steps has the answer. Only the table of organisation by outcome pairs both answers of one and the same step.',
        ],
        [
          '版や巻どうしは重なりません。新しい版は前の版の事例を含まないので、二つの版の差は、新しく加わった事例の集団にはなりません。',
          'Editions never overlap, nor do volumes: a new one does not hold the cases of an old one, so the difference of two editions is no group of new cases.',
        ],
        [
          `「すべての年」は公表値の足し算で、欠けた分を明記します。例：4巻のうち3巻の公表値の合計が34、残る1巻は秘匿。${adjusted ? '調整した値の合計なので、表に「34以上」とあっても、実際の件数の下限ではありません。' : ''}`,
          `"All years" adds published figures and says what is missing, for example 34 in the published figures of 3 of 4 volumes, the other being withheld.${adjusted ? ' Where a table says "at least 34" of such a sum, that is no lower bound of the count, since adjusted figures are added.' : ''}`,
        ],
        [
          `公表した数値は${openDays}日後に確定します。それまでは、訂正のために表を丸ごと差し替えることがあり、古い表も印を付けて残します。新旧を合わせた秘匿検査に合格したときだけ差し替えます。`,
          `Published figures freeze after ${openDays} days. Until then an erratum may replace whole tables, only if the audits pass on the old and the new together; the old ones stay, marked.`,
        ],
        [
          '二つの団体が同じ人を報告し、双方がそれを知っていると答え、年・国籍・性別・年齢層・経路・最初の都道府県が一致する組だけを、編集者がコードだけを見て判断し、一人にまとめます。ほかの似た事例は別々に数え、実際の人数を「M人以上N人以下」と示します。',
          'Two reports are joined only where both organisations say that another one reports the case, where year, citizenship, gender, age band, route and first prefecture agree, and where an editor who sees those codes alone decides so. Other look-alikes stay apart, and the book says that there are between M and N persons.',
        ],
      ),
    ],
  }
}

export function safetySection(policy: Policy): MethodsSection {
  const { minimumCases: n, minimumCategory, minimumContributors, minimumOthers, threeWay, minimumBase } = policy
  const rule = (ja: string, en: string, whyJa: string, whyEn: string): MethodsEntry[] => [text(ja, en), text(whyJa, whyEn)]
  return {
    id: 'safety',
    title: text('数値を示す条件', 'When a figure is shown'),
    blocks: [
      paragraph(
        `セルは次の条件をすべて満たすときだけ示します。一つでも欠ければ「x」（秘匿）とし、理由も大きさも示しません。xは0件のことも、少数のことも、${n}件以上のこともあります。`,
        `A cell is shown only if all of this holds. Otherwise it carries one token, x (withheld), whatever the reason: it may hold nobody, a few persons, or ${n} or more.`,
      ),
      {
        kind: 'table',
        id: 'conditions',
        caption: text('条件', 'Conditions'),
        head: [text('条件', 'Condition'), text('理由', 'Why')],
        rows: [
          rule(`実際の件数が${n}以上`, `The count is at least ${n}`, '少人数から個人が分かる', 'few persons can be recognised'),
          rule(
            `行・列・一段階大きな区分から公表値を引いた残りが、構造上の0か${n}以上${beside(policy).ja}`,
            `What is left of its row, its column and the next coarser category, once shown figures are subtracted, is 0 by the questionnaire or at least ${n}${beside(policy).en}`,
            '引き算で少人数の値が分かる',
            'subtraction would give the few away',
          ),
          rule(
            `報告主体が${minimumContributors}以上`,
            `At least ${minimumContributors} contributors`,
            '報告主体が一つだけなら、その報告主体の名簿の件数と同じになる',
            'the figure of a single contributor is the length of its own list',
          ),
          rule(
            `どの報告主体・当局・大使館が自分の知る人を引いても${minimumOthers}人以上残る`,
            `At least ${minimumOthers} remain when any contributor, the state or an embassy subtracts the persons it knows`,
            '自分の知る人を引けば、ほかの人のことが分かる',
            'whoever knows cases of their own would see the others',
          ),
          ...(policy.noise === null
            ? []
            : [
                rule(
                  `調整後の値が${n}以上`,
                  `The adjusted figure is at least ${n}`,
                  `1から${n - 1}までの数値は表に現れない`,
                  `no figure of 1 to ${n - 1} is ever printed`,
                ),
              ]),
          rule(
            '秘匿検査がそのセルを指摘しない',
            'No audit finds it',
            'ほかの公表値と合わせて分かることがある',
            'other published figures may give it away',
          ),
        ],
      },
      list(
        [
          `区分に独立の行を設けるのは、${minimumCategory}件以上で、報告主体が${minimumContributors}以上${policy.structure === undefined ? 'の' : `あり、どの報告主体が自分の知る人を除いても${minimumOthers}人以上残る`}ときです。それ以外は、区分の階層（細かい区分から大きな区分への順序）に従って、上の区分にまとめます。`,
          `A category has a line of its own with at least ${minimumCategory} cases from at least ${minimumContributors} contributors${policy.structure === undefined ? '' : `, if at least ${minimumOthers} persons remain after any one unit removes those it knows`}. Otherwise it joins the next coarser category of its hierarchy (the fixed order from fine to coarse categories).`,
        ],
        [
          `三つの項目を組み合わせた数値（移動経路）は、${threeWay.minimumCases}件以上で、報告主体が${threeWay.minimumContributors}以上のときに限ります。`,
          `Three-way figures (the tree of journeys) need at least ${threeWay.minimumCases} cases from at least ${threeWay.minimumContributors} contributors.`,
        ],
        [
          `割合は公表値だけから計算し、分母が${minimumBase}以上のときに限って示します。分母が100未満のときは整数で示します。`,
          `Percentages are computed from published figures alone, on bases of at least ${minimumBase}, and in whole percent where the base is under 100.`,
        ],
        [
          '「–」は調査票の上で起こりえないセル（非該当）で、秘匿ではありません。',
          '"–" is a cell that the questionnaire makes impossible, which is not the same as withheld.',
        ],
      ),
    ],
  }
}

/** Who must be left in a difference, under the rules of structure. */
const beside = ({ structure, minimumOthers }: Policy): Text =>
  structure === undefined
    ? text('', '')
    : text(
        `で、どの報告主体が自分の報告分を除いても${minimumOthers}人以上残る`,
        `, of whom at least ${minimumOthers} remain whichever reporting unit removes those it knows`,
      )

export function observersSection(): MethodsSection {
  const rows = (Object.keys(OBSERVERS) as (keyof typeof OBSERVERS)[]).flatMap((observer) =>
    Object.entries(OBSERVERS[observer]).map(([id, codes]): MethodsEntry[] => [
      observer === 'state' ? text('国・当局', 'The state') : text('国籍国の大使館', 'The embassy of the citizenship'),
      labelOf(id),
      joined(codes.map((code) => codeLabel(id, code))),
    ]),
  )
  return {
    id: 'observers',
    title: text('だれが引き算できると考えるか', 'Who is thought to subtract'),
    blocks: [
      paragraph(
        '報告した団体のほか、統括団体（傘下の団体を含めて一つと数えます）と、国・当局や大使館も、報告の有無を問わず、自分の知る人を表から引けるものとして扱います。次のいずれかの回答がある人は、その相手に知られているとみなします。計算上の仮定であり、相手が実際に何を知り、何をしたかを示すものではありません。',
        'Besides each organisation that reports, an umbrella with its members counts as one, and so do the state and each embassy, also where they do not report. A person with any of these answers is taken to be known to them. This is an assumption of the computation; it does not say what they did or failed to do.',
      ),
      {
        kind: 'table',
        id: 'observers',
        caption: text('報告の有無を問わない観察者', 'Observers who need not report'),
        head: [text('だれが', 'Who'), text('項目', 'Answer to'), text('知っているとみなす回答', 'Known if')],
        rows,
      },
      paragraph(
        'ある行が、そのこと自体で「全員が当局に知られている」ことを意味する場合（例：最初の機関が警察、入管法違反での逮捕、退去強制）は、その行ではその観察者を数えません。自分の知る人を引いてもだれも残らず、新しく分かることがないためです。',
        'Where a line itself means that the observer knows everybody on it (first organisation: police; arrest under immigration law; deported), that observer is not counted there: it learns nothing by subtracting.',
      ),
    ],
  }
}

const labelOf = (id: string): Text => {
  const variable = variableById(id)!
  return text(variable.ja, variable.en)
}

function codeLabel(id: string, code: string): Text {
  const category = variableById(id)!.levels[0]!.categories.find((entry) => entry.code === code)!
  return text(category.ja, category.en)
}

const joined = (labels: readonly Text[]): Text => text(labels.map(({ ja }) => ja).join(' / '), labels.map(({ en }) => en).join(' / '))

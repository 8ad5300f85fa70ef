/** What each chapter cannot say, whatever its figures are: true of every collection of reports. No figure stands here. */
import { type Text, text } from '../../../survey-schema/text.ts'

/** Of every chapter. */
export const NOT_ALL: Text = text(
  '報告された事例だけの集計であり、支援につながらなかった人のことは分からない。',
  'Only reported cases are counted; nothing can be said of people who never reached help.',
)

/** By id of the chapter in the plan. */
export const CHAPTER_LIMITS: Readonly<Record<string, readonly Text[]>> = {
  sources: [
    text(
      '事例数の増減は、報告する団体や受付の体制の変化も映す。被害そのものの増減とはいえない。',
      'A change in the number of cases can reflect who reports; it does not measure how much trafficking there is.',
    ),
  ],
  people: [
    text(
      '性別や年齢、国籍の構成は、相談窓口につながりやすい人に偏る。被害を受けた人全体の構成ではない。',
      'The mix of gender, age and citizenship reflects whom services reach; it is not that of all people who were trafficked.',
    ),
  ],
  leaving: [
    text(
      '理由や事情は、本人が話し、団体が記録したものに限られる。同じ事情にあって被害に遭わなかった人との比較はできない。',
      'Reasons are those that people gave and organisations recorded; there is no comparison with people in the same position who were not trafficked.',
    ),
  ],
  recruitment: [
    text(
      '勧誘の経路は、報告された事例についてしか分からない。ある経路がほかの経路より危険かどうかは分からない。',
      'Channels are known only for reported cases; whether one channel is more dangerous than another cannot be said.',
    ),
  ],
  routes: [
    text(
      '示していない経路もありうる。少数の人しか通らなかった経路は、人を守るために示していない。',
      'A route that is not shown may still exist: routes of few people are withheld to protect them.',
    ),
  ],
  status: [
    text(
      '借金の額や在留の経緯は、本人や支援者が知る範囲のもので、契約書や公的な記録で確かめたものではない。',
      'Debts and the history of a stay are given as the person or a supporter knew them; they were not checked against contracts or official files.',
    ),
  ],
  exploitation: [
    text(
      '記録にない手段で支配されていた可能性もある。団体によって尋ねる内容も異なる。',
      'Means of control may have been used that are not recorded: organisations ask different questions.',
    ),
  ],
  image: [
    text(
      '印象は、支援につながった後に尋ねたものである。来日前の印象も振り返って答えたものである。',
      'People were asked for their image of Japan after they reached help; the image from before coming is from memory.',
    ),
  ],
  contact: [
    text(
      '最初につながった機関と結果とが関わっていても、その機関が結果をもたらしたとはいえない。',
      'A link between the first organisation reached and a result does not show that the organisation brought it about.',
    ),
  ],
  law: [
    text(
      '公的機関の判断の理由は尋ねていない。認定と在留の結果との因果関係は分からない。',
      'Authorities were not asked for their reasons; whether recognition affects the right to stay cannot be said.',
    ),
  ],
  return: [
    text(
      '帰国後や支援後の状況は、報告の時点で分かっていたことに限られる。その後の追跡調査は行っていない。',
      'What happened after return or support is known only up to the time of the report; nobody was followed up later.',
    ),
  ],
  definitions: [
    text(
      '定義への当てはめは、報告された事実に基づく。法的な判断ではない。',
      'Whether a case meets the definition follows from what was reported; it is not a legal finding.',
    ),
  ],
  estimate: [
    text(
      '報告された事例の数から、報告されていない人の数を導くことはできない。',
      'The number of people who go unreported cannot be derived from the number of reported cases.',
    ),
  ],
  methods: [
    text(
      '秘匿された値がどれほど小さいか、なぜ秘匿されたかは、どの表からも分からない。',
      'No table tells how small a withheld figure is, or why it is withheld.',
    ),
  ],
}

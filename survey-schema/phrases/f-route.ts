/** Phrases of the questionnaire, section F: route. */
import { CAME } from './bases.ts'
import { exploitationPlacePhrases } from './places.ts'
import { about, type PhraseRows, said } from './rows.ts'
import { YEARS, yearPhrases } from './years.ts'

const included = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`included ${en}`, ja, `that included ${en}`, `${ja}人の`, nameEn, nameJa)

const entered = (en: string, ja: string, nameEn: string, nameJa: string = ja) =>
  said(`involved entry ${en}`, `${ja}から入国した`, `of people who entered ${en}`, `${ja}から入国した人の`, nameEn, nameJa)

const moved = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved ${en} inside Japan`, `国内で${ja}`, `of people with ${en} inside Japan`, `国内で${ja}人の`, nameEn, nameJa)

const NOT_REGULAR = entered('outside the regular ports of entry', '正規の出入国港以外', 'not through a port of entry')
const SEA = entered('through a seaport', '海港', 'seaport')

export const PHRASES_F = {
  leg_purpose: {
    ...about('stages of the journey', '移動の段階', 'where the stages of the journey are known', '移動の段階が分かる'),
    categories: {
      recruitment_move: included('a move for recruitment or training', '勧誘や訓練の段階で移動した', 'move for recruitment or training', '勧誘・訓練の段階での移動'),
      transit: included('a stage of transit', '経由地を通った', 'transit', '経由'),
      to_exploitation: included('a move to the place of exploitation', '搾取の行われた場所へ移された', 'to the place of exploitation', '搾取が行われた場所への移動'),
      transfer: included('a handover to another exploiter', '別の搾取者へ引き渡された', 'handover to another exploiter', '別の搾取者への引き渡し'),
      escape: included('an escape', '搾取から逃れた', 'escape', '逃避'),
      return: included('a return home', '帰国した', 'return home', '帰国'),
      deportation: included('a deportation', '退去強制を受けた', 'deportation', '退去強制'),
    },
  },
  leg_transport: {
    ...about('means of transport', '移動手段', 'where the means of transport is known', '移動手段が分かる'),
    categories: {
      air: included('travel by air', '空路で移動した', 'by air', '空路'),
      sea: included('travel by sea', '海路で移動した', 'by sea', '海路'),
      land: included('travel by land', '陸路で移動した', 'by land', '陸路'),
      mixed: included('a stage by more than one means', '一つの区間で複数の手段を使った', 'more than one on a stage', '一区間に複数'),
    },
  },
  leg_documents: {
    ...about('travel documents', '渡航書類', 'where the travel documents are known', '渡航書類が分かる'),
    categories: {
      own: said('involved the person\'s own genuine documents at every stage', '全区間で本人名義の真正な旅券を使った', 'with the person\'s own genuine documents at every stage', '全区間で本人名義の真正な旅券を使った人の', 'own documents at every stage', '全区間で本人名義の真正な旅券'),
      not_own: said('involved a stage without the person\'s own genuine documents', '本人名義の真正な旅券を使わない区間を含んでいた', 'with a stage without the person\'s own genuine documents', '本人名義の真正な旅券を使わない区間を含む', 'not own, forged or none at some stage', '本人名義でない・偽変造・書類なしの区間あり'),
      not_needed: said('involved travel for which no document was needed', '書類を要しない移動だった', 'with travel for which no document was needed', '書類を要しない移動の', 'no document needed', '書類を要しない移動'),
    },
  },
  entry_point: {
    ...about('place of entry to Japan', '日本への入国地点', 'where the place of entry is known', '入国地点が分かる', ...CAME),
    categories: {
      tokyo_airports: entered('through Narita or Haneda', '成田空港または羽田空港', 'Narita or Haneda', '成田・羽田空港'),
      kansai_airport: entered('through Kansai airport', '関西空港', 'Kansai airport'),
      other_airport: entered('through another airport', 'その他の空港', 'another airport'),
      seaport: SEA,
      not_regular_port: NOT_REGULAR,
      air: entered('through an airport', '空港', 'airport'),
      sea: SEA,
      other: NOT_REGULAR,
    },
  },
  exploitation_prefectures: {
    ...about('where in Japan people were exploited', '国内で搾取を受けた場所', 'where the place of exploitation in Japan is known', '国内の搾取の場所が分かる', 'with a journey to, from or within Japan, or where this is not known', '日本に関わる移動があった人（不明を含む）の'),
    categories: exploitationPlacePhrases,
  },
  moves_in_japan: {
    ...about('how often people were moved inside Japan', '国内で移動させられた回数', 'where the number of moves inside Japan is known', '国内で移動させられた回数が分かる', 'of people exploited in Japan, or where this is not known', '国内で搾取された人（不明を含む）の'),
    categories: {
      0: moved('no move', '移動させられなかった', 'no move', '移動なし'),
      1: moved('a single move', '1回移動させられた', 'one move', '1回'),
      '2_3': moved('2–3 moves', '2～3回移動させられた', '2–3 moves', '2～3回'),
      '4_plus': moved('4 or more moves', '4回以上移動させられた', '4 or more moves', '4回以上'),
    },
  },
  arrival_year: {
    ...about('year of the latest arrival in Japan', '直近の来日年', 'where the year of arrival is known', '来日年が分かる', ...CAME),
    categories: yearPhrases(YEARS.arrived),
  },
} as const satisfies PhraseRows<'leg_purpose' | 'leg_transport' | 'leg_documents' | 'entry_point' | 'exploitation_prefectures' | 'moves_in_japan' | 'arrival_year'>

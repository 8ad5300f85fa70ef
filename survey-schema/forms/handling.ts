/** How each answer is stored and published: the Japanese for the English text that stands with the question. */

import type { Question } from '../questionnaire/question.ts'
import type { Text } from '../text.ts'

/** By the English text. A test keeps it complete and without anything left over. */
export const HANDLING_JA: Readonly<Record<string, string>> = {
  'Replaced at intake by a keyed hash with a key held outside the database; the clear text is never stored or logged; the hash is never exported.':
    '受付時に、データベースの外に置いた鍵で鍵付きハッシュに置き換える。元の符号は保存もログ出力もせず、ハッシュも公表しない。',
  'Stored as a year; a finer date is cut to the year at intake. Export ladder: year > 3-year period > 5-year period > all years.':
    '年として保存し、それより細かい日付は受付時に年に切り詰める。公表の段階：年＞3年ごとの期間＞5年ごとの期間＞全期間。',
  'Kept as a code. no_basis: the submission is refused and nothing of it is kept.':
    'コードのまま保存する。no_basis の場合は受け付けず、何も保存しない。',
  'Kept inside the seal. Without aggregate_tables the case is refused like no_basis: what may not be counted is not held.':
    '封印した中にのみ保存する。aggregate_tables がなければ no_basis と同じく受け付けない。集計してはならないものは持たない。',
  "Export ladder: type > NGO / embassy / victim / public body / other. The organisation's name lives only in the partner register.":
    '公表の段階：種別＞民間団体・大使館・本人・公的機関・その他。団体名は協力団体の登録簿にのみある。',
  'Kept as codes; subject to the table threshold like every cell.': 'コードのまま保存し、他の項目と同じく表の基準を適用する。',
  'Kept as codes; not exported per case.': 'コードのまま保存し、事例ごとには公表しない。',
  'Used to decide double counts and for table 13.1; never exported per case.': '重複の判断と表13.1にのみ用い、事例ごとには公表しない。',
  'trans_or_nonconforming and other are published only if the count passes the threshold alone, otherwise inside the total only, never as a remainder.':
    'trans_or_nonconforming と other は、その数だけで基準を満たす場合に限り公表する。満たさない場合は総数にのみ含め、差し引きで分かる形にしない。',
  'Only the band is stored; exact age and date of birth are refused. Export ladder: band > CTDC band (9_14 and 15_17 joined) > under 18 / 18-29 / 30+ > under 18 / adult > all.':
    '年齢区分のみ保存し、正確な年齢や生年月日は受け付けない。公表の段階：区分＞CTDCの区分（9_14と15_17を統合）＞18歳未満・18～29歳・30歳以上＞18歳未満・成人＞全体。',
  'Kept as a code; drives the child rule of the definition.': 'コードのまま保存し、子どもに関する定義の判定に用いる。',
  'ISO 3166-1 alpha-2 in store. Export ladder: country > UN sub-region > UN region > Japanese / foreign > all.':
    'ISO 3166-1の2文字コードで保存する。公表の段階：国＞国連の地域小区分＞国連の地域＞日本・外国＞全体。',
  'Never tabulated together with citizenship. Export ladder: language > six most frequent and other > not exported.':
    '国籍と組み合わせた表は作らない。公表の段階：言語＞上位6言語とその他＞公表しない。',
  'Export ladder: six levels > up to lower secondary / upper secondary / higher > not exported.':
    '公表の段階：6区分＞中学校まで・高校・それ以上＞公表しない。',
  'Export ladder: five groups > partnered / not partnered > not exported.': '公表の段階：5区分＞配偶者・パートナーの有無＞公表しない。',
  'Numbers of children are not asked. Export ladder: groups > any / none.': '子どもの人数は尋ねない。公表の段階：区分＞いる・いない。',
  'Export ladder: list > working / not working / student.': '公表の段階：個別＞就労・非就労・学生。',
  'Kept as codes; first published as a single national table; crossed with at most one quasi-identifier.':
    'コードのまま保存し、まず全国の単独の表として公表する。組み合わせる準識別子は一つまで。',
  'Never crossed with more than one quasi-identifier.': '二つ以上の準識別子と組み合わせない。',
  'Roles only; a name or nickname is refused.': '役割のみ。氏名やあだ名は受け付けない。',
  'Service only; account names are refused.': 'サービスの種類のみ。アカウント名は受け付けない。',
  'Country codes only; no city, address, flight, ship or coordinates. Export ladder: full sequence > origin-first transit-destination > origin-destination > sub-regions > regions.':
    '国コードのみ。市町村、住所、便名、船名、座標は受け付けない。公表の段階：全経路＞出発地・最初の経由国・行き先＞出発地・行き先＞地域小区分＞地域。',
  'Could incriminate the person: exported only as own / not own, never per route below the threshold, never for countries in combination with year.':
    '本人が罪に問われるおそれがある。本人名義か否かのみ公表し、基準に満たない経路別や、年と国を組み合わせた形では公表しない。',
  'Export ladder: five groups > air / sea / other > not exported.': '公表の段階：5区分＞空路・海路・その他＞公表しない。',
  'JIS X 0401 code in store; municipality is refused. Export ladder: prefecture > eight regions > Japan.':
    'JIS X 0401のコードで保存し、市区町村は受け付けない。公表の段階：都道府県＞8地方＞全国。',
  'Stored as a year; a finer date is cut to the year. Export ladder: year > 3-year period > 5-year period. Never tabulated with registration_year.':
    '年として保存し、それより細かい日付は年に切り詰める。公表の段階：年＞3年ごとの期間＞5年ごとの期間。registration_year と組み合わせた表は作らない。',
  'Export ladder: status > work / family / short stay / training and study / none / Japanese > not exported.':
    '公表の段階：在留資格＞就労・家族・短期・研修や留学・なし・日本国籍＞公表しない。',
  'Could incriminate the person: tables only at national level, no second quasi-identifier.':
    '本人が罪に問われるおそれがある。全国の表のみとし、二つ目の準識別子とは組み合わせない。',
  'Only the band is stored; an amount is refused. Export ladder: seven bands > under 1 / 1-3 / 3-5 / 5+ million > not exported.':
    '金額の区分のみ保存し、金額そのものは受け付けない。公表の段階：7区分＞100万円未満・100万～300万円・300万～500万円・500万円以上＞公表しない。',
  'Never used to decide whether a case counts: consent is irrelevant where a means was used.':
    '事例を数えるかどうかの判断には決して用いない。手段が用いられた場合、本人の同意は問わない。',
  'Export ladder: list > primary / industry / services > not exported.': '公表の段階：個別＞第一次産業・製造と建設・サービス＞公表しない。',
  'Kind only; names of shops and addresses are refused. Export ladder: list > nightlife / workplace / home / other.':
    '種類のみ。店名や住所は受け付けない。公表の段階：個別＞歓楽・風俗、職場、住居、その他。',
  'Published singly or in the eight CTDC groups; combinations of three or more are not exported.':
    '単独、またはCTDCの8区分で公表する。三つ以上の組み合わせは公表しない。',
  'Only the band is stored. Export ladder: six bands > 0-12 / 13-24 / 25+ months > not exported.':
    '期間の区分のみ保存する。公表の段階：6区分＞0～12か月・13～24か月・25か月以上＞公表しない。',
  'Roles only; names, nicknames and shop names are refused.': '役割のみ。氏名、あだ名、店名は受け付けない。',
  'Single marginal tables only; pregnancy is never crossed with citizenship or prefecture.':
    '単独の表のみ。妊娠は国籍や都道府県と組み合わせない。',
  'Export ladder: actor sequence > first and last actor > first actor > state / NGO / embassy / other.':
    '公表の段階：機関の順序＞最初と最後の機関＞最初の機関＞公的機関・民間団体・大使館・その他。',
  'Only the band is stored. Export ladder: six bands > up to 3 months / 4-12 months / over a year.':
    '期間の区分のみ保存する。公表の段階：6区分＞3か月まで・4～12か月・1年超。',
  'Single marginal tables only; no second quasi-identifier except three-year period.':
    '単独の表のみ。3年ごとの期間を除き、二つ目の準識別子とは組み合わせない。',
  'Only the band is stored. Export ladder: four bands > up to 23 days / longer.':
    '期間の区分のみ保存する。公表の段階：4区分＞23日まで・それより長い。',
  'Export ladder: list > allowed to stay / had to leave / pending / not needed.':
    '公表の段階：個別＞在留を認められた・出国した・手続中・不要。',
  'No case numbers, court names or dates.': '事件番号、裁判所名、日付は受け付けない。',
  'Never crossed with citizenship.': '国籍と組み合わせない。',
  'Kind only; shelter names, places and dates are refused.': '種類のみ。シェルターの名称、場所、日付は受け付けない。',
  'Export ladder: list > in Japan / returned voluntarily / deported / other.': '公表の段階：個別＞日本に滞在・帰国・退去強制・その他。',
  'Single marginal tables only; person_home and family_home are never crossed with country.':
    '単独の表のみ。person_home と family_home は国と組み合わせない。',
  'Export ladder: list > independent / dependent / none.': '公表の段階：個別＞自立・援助による・なし。',
  'Export ladder: list > no / attempted or yes.': '公表の段階：個別＞いいえ・勧誘や未遂を含む被害あり。',
  'Not needed for persons under 18.': '18歳未満の場合は必要ない。',
  'On the paper form only, as a reminder for the person who fills it, to be turned into the codes above. No page and no server has such a field.':
    '紙の調査票にのみある。記入する人の覚え書きであり、上の各コードに置き換える。この欄は、どの画面にもサーバーにもない。',
}

/** Both texts of a question; English alone where nobody has translated it. */
export const handling = ({ generalise }: Question): Text => ({ en: generalise, ja: HANDLING_JA[generalise] ?? generalise })

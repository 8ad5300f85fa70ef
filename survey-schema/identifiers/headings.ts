/**
 * Words that announce an identifier, in the languages of partner files: in front of a colon in a sentence, or inside a heading
 * that is not on the list of questionnaire, section 6. A listed heading is dropped; a suspected one is only proposed to be left out.
 */
import { kindOfHeading } from './identifier-kinds.ts'
import type { DetectedKind } from './shape.ts'
import { unmask } from './unmask.ts'

/** Unmasked words: no accents, lower case. A word of Latin letters stands alone; others may touch their neighbours. */
const WORDS: readonly (readonly [DetectedKind, string])[] = [
  [
    'personal_name',
    'full name|first name|last name|middle name|given name|family name|surname|maiden name|nickname|alias|name of victim|victim name|nombre completo|apellido|apellidos|apodo|pangalan|apelyido|palayaw|nama lengkap|ho ten|ho va ten|氏名|名前|姓名|本名|源氏名|通称|仮名|芸名|旧姓|ふりがな|フリガナ|ローマ字名|ชื่อ|นามสกุล|ชื่อเล่น|이름|성명',
  ],
  [
    'date_of_birth',
    'date of birth|birth date|birthdate|birthday|birth day|dob|d\\.o\\.b|fecha de nacimiento|nacimiento|kapanganakan|kaarawan|petsa ng kapanganakan|tanggal lahir|ngay sinh|生年月日|誕生日|出生日|วันเกิด|วันเดือนปีเกิด|생년월일',
  ],
  ['passport_number', 'passport|pasaporte|paspor|ho chieu|旅券|パスポート|หนังสือเดินทาง|พาสปอร์ต|护照|여권'],
  ['residence_card_number', 'residence card|zairyu card|在留カード'],
  ['alien_registration_number', 'alien registration|alien card|外国人登録|外登'],
  ['individual_number', 'my number|mynumber|マイナンバー|個人番号'],
  [
    'national_number',
    'national id|identity card|identity number|identity no|id number|id no|id card|tax number|tin|ssn|sss|cedula|curp|dni|nik|ktp|cccd|cmnd|drivers license|身分証|国民番号|免許証|年金番号|เลขบัตร|บัตรประชาชน|เลขประจำตัว|주민등록',
  ],
  [
    'account_or_card',
    'bank account|account number|account no|credit card|card number|card no|iban|health insurance|insurance number|insurance no|cuenta bancaria|numero de cuenta|rekening|口座|保険証|被保険者|カード番号|クレジットカード|บัญชี|เลขที่บัญชี',
  ],
  [
    'telephone',
    'telephone|phone|mobile|cellphone|cell phone|cell no|tel|fax|telefono|celular|movil|telepono|selpon|hp|sdt|dien thoai|電話|携帯|連絡先|ファックス|โทร|โทรศัพท์|เบอร์|มือถือ|전화',
  ],
  ['email', 'e-mail|email|mail address|correo|correo electronico|メール|อีเมล|이메일'],
  [
    'social_handle',
    'line id|facebook|instagram|twitter|tiktok|telegram|whatsapp|wechat|viber|messenger|kakaotalk|zalo|sns|social media|アカウント|ラインid|フェイスブック|インスタ|ไลน์|เฟสบุ๊ค',
  ],
  [
    'address',
    'address|street|postal code|zip code|direccion|domicilio|codigo postal|tirahan|alamat|dia chi|barangay|住所|所在地|居所|現住所|本籍|番地|郵便番号|町名|建物名|ที่อยู่|รหัสไปรษณีย์|주소',
  ],
  ['coordinates', 'latitude|longitude|gps|coordinates|coordenadas|緯度|経度|座標|พิกัด'],
  [
    'workplace',
    'employer|workplace|work place|shop name|name of shop|company name|club name|bar name|店名|店舗名|会社名|勤務先|監理団体|実習先|職場名|empleador|lugar de trabajo|ที่ทำงาน|นายจ้าง',
  ],
  ['institution', 'school name|name of school|hospital name|shelter name|学校名|病院名|施設名|シェルター名|โรงเรียน|โรงพยาบาล'],
  [
    'exploiter',
    'broker|trafficker|exploiter|mama-san|mamasan|pimp|recruiter name|name of recruiter|boss|ブローカー|加害者|経営者|暴力団|ママの名前|นายหน้า',
  ],
  [
    'family',
    'spouse name|husband|wife|mother|father|next of kin|emergency contact|name of spouse|names of children|配偶者|夫|妻|母|父|緊急連絡|家族|保護者|asawa|esposo|madre|padre|ญาติ',
  ],
  [
    'worker',
    'case worker|caseworker|social worker|interpreter|case owner|case manager|officer|担当|担当者|相談員|通訳|支援者|弁護士|ケースワーカー|เจ้าหน้าที่|trabajadora social',
  ],
  [
    'case_number',
    'case number|case no|file number|file no|docket|reference number|reference no|police report|事件番号|受理番号|相談番号|整理番号|管理番号|入管番号',
  ],
  ['appearance', 'tattoo|scar|photo|photograph|fingerprint|入れ墨|刺青|傷跡|写真|指紋|身長|体重|รอยสัก'],
  ['device_trace', 'ip address|device id|deviceid|user agent|imei|mac address|ipアドレス|端末'],
  [
    'narrative',
    'narrative|statement|summary|remarks|comment|comments|notes|history|background|story|observaciones|備考|経緯|概要|供述|相談内容|メモ|自由記述|特記|หมายเหตุ',
  ],
  ['exact_date', 'date of|interview date|arrival date|fecha|petsa|面接日|来日日|入国日|帰国日|相談日|日時|時刻|วันที่'],
  ['exact_amount', 'amount|salary|wage|price|debt amount|金額|給料|給与|賃金|報酬額|借金額|価格|เงินเดือน|จำนวนเงิน'],
]

const LATIN = /^[\x20-\x7E]+$/

/**
 * A pattern for any of the words. Its neighbours are looked at once for all Latin words, because each class of letters is written out by
 * the engine: once with every word took a tenth of the start of every program, and half a second at the first text.
 */
function anyOf(words: string): string {
  const all = words.split('|')
  const [latin, others] = [all.filter((word) => LATIN.test(word)), all.filter((word) => !LATIN.test(word))]
  return [...(latin.length > 0 ? [String.raw`(?<![\p{L}\p{N}])(?:${latin.join('|')})(?![\p{L}\p{N}])`] : []), ...others].join('|')
}

/** A word and a colon (or an equals sign, or the Japanese particle for "is" before a name) and something after it. */
const ANNOUNCED: readonly (readonly [DetectedKind, RegExp])[] = WORDS.filter(
  ([kind]) => !['narrative', 'exact_date', 'exact_amount', 'appearance'].includes(kind),
).map(([kind, words]) => [
  kind,
  new RegExp(String.raw`(?:${anyOf(words)})["'」』)]?(?: ?\([^)]{0,20}\))? ?(?:no\.?|id|番号)? ?[:=] ?["'「『(]?[\p{L}\p{N}@+]`, 'iu'),
])

/** Short words that begin a line or a part of it: "Name: …", but not "one column per name: …". */
const BEGINS = /(?:^|[|;,、。・\n"'([{*-]) *(?:name|names|nombre|nombres|nama|pangalan|名) ?[:=] ?["'「『(]?\p{L}/iu

/** Kinds that the text itself announces: "氏名：…", "Phone: …". Takes unmasked text. */
export const announcedIn = (plain: string): readonly DetectedKind[] =>
  /[:=]/.test(plain)
    ? [
        ...(BEGINS.test(plain) ? (['personal_name'] as const) : []),
        ...ANNOUNCED.filter(([, pattern]) => pattern.test(plain)).map(([kind]) => kind),
      ]
    : []

const IN_HEADING: readonly (readonly [DetectedKind, RegExp])[] = [
  ['personal_name', /(?<![\p{L}\p{N}])(?:names?|nombres?|nama)(?![\p{L}\p{N}])/iu],
  ...WORDS.map(([kind, words]): readonly [DetectedKind, RegExp] => [kind, new RegExp(anyOf(words), 'iu')]),
]

/** What an unlisted heading seems to announce; null where nothing is suspected. A proposal for the partner to confirm; nothing is dropped for it. */
export function suspectHeading(heading: string): DetectedKind | null {
  const plain = unmask(heading).toLowerCase().replace(/_+/g, ' ').trim()
  return kindOfHeading(plain) ?? IN_HEADING.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

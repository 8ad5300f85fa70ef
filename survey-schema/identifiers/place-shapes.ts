/** Addresses and coordinates, by the words that addresses have in Japanese, English, Spanish, Thai, Tagalog and their neighbours. */
import { CAPITAL, DIGIT, HAN, type IdentifierShape, LATIN, POSTAL, THAI } from './shape.ts'

/** Words that end like a municipality and are none. */
const NOT_A_PLACE =
  /^[市区町村郡都道府県]+$|^(?:地区|市区町|都市|農山漁村|全市|各市|同市|他市|当市|大都市|特別区|行政区|小学校区|選挙区|商店街区)/
/** Municipalities whose name is one kanji. */
const SHORT_NAMES = '津市|堺市|呉市|柏市|蕨市|光市|萩市|燕市|関市|旭市|港区|北区|南区|西区|東区|中区|緑区|旭区|泉区|栄区|灘区'

const address = (needs: RegExp, pattern: RegExp, holds?: IdentifierShape['holds']): IdentifierShape => ({
  kind: 'address',
  needs,
  pattern,
  takes: true,
  ...(holds ? { holds } : {}),
})

export const ADDRESS_SHAPES: readonly IdentifierShape[] = [
  address(POSTAL, /〒 ?\d{0,3}|郵便番号[ :は]{0,8}\d|(?<![\d-])\d{3}-\d{4}(?![\d-])/gu),
  address(HAN, /(?:\d{1,8}|[一二三四五六七八九十]{1,8}) ?(?:丁目|番地|番町|号室|号棟|番 ?\d{1,8} ?号|号线|号楼|街坊|弄)/gu),
  address(HAN, /[都道府県] ?[\p{Script=Han}ヶケ々ノヵ]{1,6}[市区町村郡]/gu, (found) => !NOT_A_PLACE.test(found.slice(1).trim())),
  address(HAN, new RegExp(String.raw`(?<![\p{Script=Han}])(?:${SHORT_NAMES})(?![\p{Script=Han}])`, 'gu')),
  address(HAN, /(?<![\p{Script=Han}])[\p{Script=Han}ヶケ々ヵ]{2,5}[市区町村](?![\p{Script=Han}])/gu, (found) => !NOT_A_PLACE.test(found)),
  address(HAN, /[ぁ-んァ-ヴー]{3,6}[市区町村](?![\p{Script=Han}])/gu, (found) =>
    /^(?:さいたま|つくば|いわき|ひたちなか|みどり|あきる野|ふじみ野|うるま|かほく|むつ|にかほ|つがる|みなかみ|おいらせ|南アルプス)/.test(
      found,
    ),
  ),
  address(DIGIT, /[\p{Script=Han}ァ-ヺー] ?\d{1,4}-\d{1,3}-\d{1,5}(?!\d)|[町目区市村字番] ?\d{1,4}-\d{1,4}(?!\d)/gu),
  address(DIGIT, /(?:マンション|アパート|ハイツ|コーポ|荘|団地|メゾン|ビル|寮) ?[A-Z]?\d{1,4}(?:号室|号|F|階)?/gu),
  address(LATIN, /(?<![A-Za-z])[A-Z]?[a-z]{2,40}-(?:shi|ku|cho|machi|gun|mura|ken|fu|chome)(?![a-z])/gu),
  address(DIGIT, /(?<!\d)\d{1,2}-?(?:chome|banchi)\b|\b(?:chome|banchi)[ -]?\d/giu),
  // English, Philippine English
  address(
    CAPITAL,
    /(?<![\p{L}\d])\d{1,5}[A-Za-z]?,? (?:[A-Z][\p{L}.'-]{0,40},? ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|Dr|Court|Ct|Highway|Hwy|Place|Subdivision|Subd|Village|Compound)(?![\p{L}])/gu,
  ),
  address(
    CAPITAL,
    /(?<!\p{L})(?!The |On |In |A |Or |At )[A-Z][\p{L}'.-]{1,40} (?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.?|Lane|Subdivision|Village)(?!\p{L})/gu,
  ),
  address(
    DIGIT,
    /(?<!\p{L})(?:apt|apartment|room|rm|unit|blk|block|lot|flat|suite|phase|building|bldg|house) ?(?:no\.?|#)? ?\d{1,5}[A-Za-z]?(?!\p{L})/giu,
  ),
  address(DIGIT, /(?<!\p{L})(?:p\.? ?o\.? box|zip(?: ?code)?|postal code|postcode|codigo postal|c\.p\.)[ :.]*\d{2,}/giu),
  address(
    CAPITAL,
    /(?<!\p{L})(?!The |This |That |A |In |Capital |Big |Every |Taiwan )[A-Z]\p{L}{1,40} (?:City|Town|Municipality|District|Province|Ward)(?!\p{L})/gu,
  ),
  // Spanish
  address(
    DIGIT,
    /(?<!\p{L})(?:calle|carrera|cra|cr|kra|cl|avenida|av|avda|diagonal|transversal|autopista|carretera|manzana|apartamento|apto|piso|torre|bloque|casa|interior)\.? ?(?:no\.?|n°|#|num\.?)? ?\d+/giu,
  ),
  address(
    CAPITAL,
    /(?<!\p{L})(?:[Cc]alle|[Aa]venida|[Bb]arrio|[Vv]ereda|[Cc]olonia|[Mm]unicipio de|[Cc]orregimiento|[Uu]rbanizacion|[Ff]raccionamiento|[Dd]epartamento de|[Cc]iudad de)(?: (?:de|del|la|las|el|los))* [A-Z]\p{L}+/gu,
  ),
  address(DIGIT, /# ?\d{1,3}[A-Za-z]? ?- ?\d{1,3}(?!\d)/gu),
  // Thai, in both scripts
  address(THAI, /กรุงเทพ(?:มหานคร|ฯ)? ?\d{5}/gu),
  address(
    THAI,
    /(?:ถนน|ซอย|ตำบล|อำเภอ|แขวง|เขต|หมู่ที่|หมู่บ้าน|จังหวัด|บ้านเลขที่|รหัสไปรษณีย์|ตรอก) ?[\p{L}\p{M}\p{N}]|(?<![\p{L}\p{M}.])[ตอจถซม]\. ?(?:[ก-๙]{2,}|\d+)|(?:เลขที่|หมู่) ?\d/gu,
    (found) => !/(?:พ|ค|ม|ก|ส|ต|ธ|ย)\.$/.test(found),
  ),
  address(
    LATIN,
    /(?<!\p{L})(?:moo|mu|soi|thanon|tambon|tambol|amphoe|amphur|khet|khwaeng|changwat)\.? ?(?:\d+|[A-Z]\p{L}+)/giu,
    (found) => /\d/.test(found) || / [A-Z]/.test(found),
  ),
  // Tagalog and other languages of the Philippines
  address(
    LATIN,
    /(?<!\p{L})(?:barangay|brgy|bgy|purok|sitio|kalye|poblacion|bayan ng|lungsod ng|lalawigan ng|probinsya ng|munisipyo ng)\.? [\p{L}\d]/giu,
  ),
  // Vietnamese, Indonesian, Chinese, Korean
  address(
    LATIN,
    /(?<!\p{L})(?:đuong|duong|phuong|quan|huyen|thon|xa|to dan pho|jalan|jln|jl|kelurahan|kecamatan|kabupaten|desa|dusun)\.? (?:\d+|\p{L}+)/giu,
    (found) => / (?:\d|\p{Lu})/u.test(found),
  ),
  address(DIGIT, /(?<!\p{L})rt\.? ?\d{1,8} ?\/? ?rw\.? ?\d+/giu),
  address(DIGIT, /\p{Script=Han}{2,6}(?:路|街|巷|胡同) ?\d{1,8} ?号|\p{Script=Hangul}{1,6}(?:로|길|동|번지) ?\d+(?:-\d+)?/gu),
]

const DEGREES = String.raw`-?\d{1,3}\.\d{3,16}`
const LATITUDE_WORDS = 'lat(?:itude)?|lon(?:g(?:itude)?)?|lng|latitud|longitud|緯度|経度|北緯|東経|南緯|西経|ละติจูด|ลองจิจูด|gps'

const withinGlobe = (found: string): boolean => {
  const size = Math.abs(Number(found))
  return size >= 1 && size <= 180
}

export const COORDINATE_SHAPES: readonly IdentifierShape[] = [
  {
    kind: 'coordinates',
    needs: DIGIT,
    pattern: new RegExp(String.raw`${DEGREES}°? ?[NSEW]? ?[,;/ ] ?${DEGREES}°? ?[NSEW]?`, 'gu'),
    takes: true,
  },
  {
    kind: 'coordinates',
    needs: DIGIT,
    pattern: /\d{1,3} ?[°度] ?\d{1,2}(?:\.\d+)? ?['’′分](?: ?\d{1,2}(?:\.\d+)? ?(?:["”″秒]|''|′′))? ?[NSEW]?/gu,
    takes: true,
  },
  { kind: 'coordinates', needs: DIGIT, pattern: /-?\d{1,3}\.\d{2,} ?°? ?[NSEW](?!\p{L})|(?<!\p{L})[NSEW] ?\d{1,3}\.\d{2,}/gu, takes: true },
  {
    kind: 'coordinates',
    needs: DIGIT,
    pattern: new RegExp(String.raw`(?<!\p{L})(?:${LATITUDE_WORDS})[ :=は]{0,8}-?\d{1,3}(?:\.\d+|度)`, 'giu'),
    takes: true,
  },
  { kind: 'coordinates', needs: DIGIT, pattern: /^-?\d{1,3}\.\d{4,}$/gu, holds: withinGlobe, takes: true },
]

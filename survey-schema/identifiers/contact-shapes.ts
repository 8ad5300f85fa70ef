/** Ways to reach a person: e-mail, web addresses, accounts of social media, telephone numbers. */
import { AT, DIGIT, digitsOf, type IdentifierShape, LINK, POINT, POINT_OR_SLASH, WRITTEN_AT } from './shape.ts'

/** Services, as they are written in front of an account, in English, Japanese, Thai and Chinese. */
const SERVICES =
  'line|ライン|らいん|ไลน์|facebook|fb|フェイスブック|เฟสบุ๊ค|เฟซบุ๊ก|messenger|メッセンジャー|instagram|insta|ig|インスタグラム|インスタ|twitter|ツイッター|tiktok|ティックトック|telegram|テレグラム|whatsapp|ワッツアップ|wechat|weixin|微信|ウィーチャット|viber|バイバー|kakao ?talk|kakao|カカオトーク|カカオ|카카오톡|zalo|skype|スカイプ|snapchat|discord|signal|qq'
const PROFILE_SITES =
  'facebook\\.com|fb\\.com|fb\\.me|m\\.me|messenger\\.com|instagram\\.com|twitter\\.com|x\\.com|t\\.me|telegram\\.me|wa\\.me|line\\.me|lin\\.ee|tiktok\\.com|weibo\\.com|vk\\.com|zalo\\.me|viber\\.com|linkedin\\.com|linktr\\.ee|youtube\\.com'
/** Endings that no other word here has; shorter ones count with a path alone. */
const DOMAINS = '(?:com|net|org|info|biz|edu|gov|jp|ph|th|kr|cn|tw|vn|mx|es|br|ru|test|example)'
const SHORT_DOMAINS = '(?:me|io|co|id|tv|be|ly|gl|cc|app|site|xyz|top|link)'

export const CONTACT_SHAPES: readonly IdentifierShape[] = [
  {
    kind: 'telephone',
    needs: DIGIT,
    pattern:
      /(?<!\p{L})(?:tel|phone|mobile|cell|fax|携帯|電話|โทร\.?|เบอร์|telefono|celular|movil|telepono|전화|dien thoai|hp|sdt)[^\d\n]{0,12}\d(?:[ ().-]{0,2}\d){5,}/giu,
    takes: true,
  },
  { kind: 'email', needs: AT, pattern: /[^\s@<>"',;:()[\]]{1,64}@[^\s@<>"',;:()[\]]{1,64}\.[\p{L}\p{N}-]{2,}/giu, takes: true },
  {
    kind: 'email',
    needs: WRITTEN_AT,
    pattern:
      /[\w.+-]{1,64} ?(?:\(at\)|\[at\]|\{at\}|<at>|\(アット\)|★|☆|あっと|アットマーク) ?[\w-]{1,64} ?(?:\.|\(dot\)|\[dot\]| dot |ドット) ?[a-z]{2,}|[\w.+-]{1,64} at [\w-]{1,64} dot [a-z]{2,}/giu,
    takes: true,
  },
  {
    kind: 'social_handle',
    needs: POINT,
    pattern: new RegExp(String.raw`(?:https?://)?(?:[\w-]{1,64}\.)?(?:${PROFILE_SITES})/[^\s"'<>]+`, 'giu'),
    takes: true,
  },
  { kind: 'web_address', needs: POINT_OR_SLASH, pattern: /\b[a-z][a-z0-9+.-]{1,32}:\/\/[^\s"'<>]*|\bwww\.[^\s"'<>]+/giu, takes: true },
  {
    kind: 'web_address',
    needs: POINT_OR_SLASH,
    pattern: new RegExp(String.raw`(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:${DOMAINS}(?![\w])(?:/[^\s"'<>]*)?|${SHORT_DOMAINS}/[^\s"'<>]+)`, 'giu'),
    takes: true,
  },
  { kind: 'social_handle', needs: AT, pattern: /(?<![\w.])@[\w.]{2,}/giu, takes: true },
  {
    kind: 'social_handle',
    needs: LINK,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_])(?:${SERVICES})[ _-]{0,8}(?:の|で)?(?:id|ไอดี|アカウント|account|acct|username|user name|usuario|name|名)?\s{0,8}(?::|=|は|is|es|คือ|->|→| - )\s{0,8}[^\s;,]{2,}`,
      'giu',
    ),
  },
  {
    kind: 'social_handle',
    needs: LINK,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_])(?:${SERVICES})[ _-]{0,8}(?:id|ไอดี|アカウント|account|username)[ 「"'(]{1,8}[\p{L}\p{N}_.-]{2,}`,
      'giu',
    ),
  },
  {
    kind: 'social_handle',
    needs: LINK,
    pattern: /(?:ไอดี ?ไลน์|ไลน์ ?ไอดี|id line|line id|アカウント名?|ユーザー名|wxid_)[ :は「]{0,8}[a-z0-9_.-]{2,}/giu,
  },
]

const isLocalMobile = (found: string) => !/^0+$/.test(digitsOf(found))

export const TELEPHONE_SHAPES: readonly IdentifierShape[] = [
  { kind: 'telephone', needs: DIGIT, pattern: /\+ ?\(?\d(?:[ ().\-/]{0,2}\d){6,14}(?!\d)/gu, takes: true },
  { kind: 'telephone', needs: DIGIT, pattern: /(?<![\d.])(?:00|010|011)[- ]?[1-9]\d{0,2}(?:[ ().-]{0,2}\d){7,11}(?!\d)/gu, takes: true },
  {
    kind: 'telephone',
    needs: DIGIT,
    pattern: /(?<![\d.])\(?0\d{1,4}\)?[-. ()/]{1,2}\d{1,4}[-. ()/]{1,2}\d{2,4}(?:[-. ]\d{2,4})?(?!\d)/gu,
    takes: true,
  },
  { kind: 'telephone', needs: DIGIT, pattern: /(?<![\d.])0\d{8,11}(?!\d)/gu, holds: isLocalMobile, takes: true },
  // Mobiles of China (11 digits) and Colombia (10 digits), which have no leading zero.
  {
    kind: 'telephone',
    needs: DIGIT,
    pattern: /(?<![\d.])(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|3[0-5]\d[- ]?\d{3}[- ]?\d{2}[- ]?\d{2})(?!\d)/gu,
    takes: true,
  },
]

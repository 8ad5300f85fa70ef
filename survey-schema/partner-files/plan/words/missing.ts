/**
 * What people, surveys and programs write where there is no answer, in the five languages of partner files. Offered, never applied
 * without a yes. Joined with `|`, in lower case. Every run of dashes is compared as one.
 */

/** Nothing was asked, or nothing was written down. */
export const NOT_RECORDED_WORDS =
  '-9999|-999|-99|-98|-97|-88|-9|-8|-1|99|999|9999|99999|999999|-|.|..|...|…|?|??|???|？|0|00|000|/|//|\\|_|*|nil|null|<null>|(null)|[null]|\\n|nan|<nan>|<na>|undefined|none given|not given|not specified|notspecified|unspecified|not stated|not recorded|no record|not available|not collected|not provided|not entered|not filled|not asked|missing|no data|no info|no information|no entry|no data available|information not available|not answered|unanswered|skipped|n.d.|s/d|s.d.|s/i|s.i.|n/s|sin info|nd|n/d|ni|ns|n.s.|blank|(blank)|<blank>|empty|(empty)|#n/a|#ref!|#value!|#div/0!|#name?|#num!|#null!|#spill!|#calc!|#field!|#n/d|#¡ref!|#¡valor!|#¡div/0!|#¡num!|#¡nulo!|#¿nombre?|#err|#error!|err:502|err:504|err:508|err:511|err:522|#####|########|=|=0|zz|zzz|xx|xxx|und|未記入|未入力|記載なし|記載無し|記録なし|記入なし|情報なし|データなし|空欄|空白|未確認|未聴取|未回答|未調査|未把握|聞いていない|確認せず|確認していない|sin dato|sin datos|sin información|sin informacion|sin registro|no registrado|no registra|no consta|no indica|no especificado|no disponible|vacío|en blanco|walang datos|walang impormasyon|walang tala|hindi naitala|hindi tinanong|blangko|ไม่ระบุ|ไม่มีข้อมูล|ไม่ได้ระบุ|ไม่ได้ถาม|ไม่ได้บันทึก|ไม่บันทึก|ว่าง|-ไม่ระบุ-|ไม่ปรากฏ|ไม่ปรากฎ'

/** It was asked, and nobody knows. */
export const UNKNOWN_WORDS =
  "unknown|unkown|unknwon|uknown|unk|unknow|not known|nk|n/k|n.k|dk|d/k|dont know|don't know|dontknow|do not know|doesn't know|not sure|unsure|unclear|uncertain|tbc|tbd|to be confirmed|pending|88|98|888|998|8888|9998|不明|不詳|不明確|わからない|分からない|判らない|未詳|未定|確認中|調査中|不確か|desconocido|desconocida|no sabe|no se sabe|se desconoce|por confirmar|pendiente|no identificado|hindi alam|di alam|hindi tiyak|hindi sigurado|ไม่ทราบ|ไม่รู้|ไม่แน่ใจ|ไม่แน่ชัด|ไม่ชัดเจน|รอตรวจสอบ"

/** It was asked, and not answered. */
export const DECLINED_WORDS =
  'declined|declined to answer|refused|refused to answer|refuse|refusal|rf|r/f|prefer not to say|prefer not to answer|no answer|no response|nr|n/r|n.r|not disclosed|withheld|undisclosed|did not answer|no reply|77|97|777|997|7777|9997|拒否|回答拒否|無回答|回答なし|答えたくない|答えず|言いたくない|se negó|se nego|se negó a responder|no responde|no respondió|no contesta|no contestó|nc|n/c|ns/nc|ns/nr|sin respuesta|prefiere no decir|rehusó|walang sagot|hindi sumagot|ayaw sumagot|tumanggi|ayaw sabihin|ปฏิเสธ|ไม่ได้ตอบ|ปฏิเสธตอบ|ปฏิเสธที่จะตอบ|ไม่ตอบ|ไม่ประสงค์ตอบ|ไม่ต้องการตอบ|ไม่ให้ข้อมูล|ไม่ประสงค์ให้ข้อมูล'

/** The question did not arise; the platform writes that state itself, from what was answered before. */
export const NOT_APPLICABLE_WORDS =
  'not applicable|notapplicable|inapplicable|does not apply|該当なし|該当無し|該当せず|非該当|対象外|適用なし|no aplica|no aplicable|no corresponde|hindi naaangkop|hindi angkop|di-angkop|ไม่เกี่ยวข้อง|ไม่เข้าข่าย|ไม่มีผล|ไม่ใช้'

/** Not available, not applicable or no answer: nobody knows which. */
export const NOT_ANYTHING_WORDS = 'n/a|na|n.a.|n.a|n / a|#na|n.a.p.'

/** Words that stand for nothing and that may also say that there was none of it: both are offered where a question has such an answer. */
export const EITHER_WORDS: Readonly<Record<string, string>> = {
  not_asked: 'none|nil|なし|無し|ninguno|ninguna|nada|wala|ไม่มี',
  declined: 'refused|refuse|拒否|ปฏิเสธ',
}

/** Codes of countries that surveys use for a missing answer, by code: what they stand for there. */
export const COUNTRY_OR_MISSING: Readonly<Record<string, readonly string[]>> = {
  // Don't know.
  DK: ['unknown'],
  // No response, not recorded.
  NR: ['declined', 'not_asked'],
  // No information.
  NI: ['not_asked'],
  // Not established, no entry.
  NE: ['unknown', 'not_asked'],
  // Not available.
  NA: ['not_asked'],
  // No contesta.
  NC: ['declined'],
  // Not found.
  NF: ['unknown'],
  // "No", in capitals.
  NO: ['not_asked'],
  // Sin dato.
  SD: ['not_asked'],
  // Missing data.
  MD: ['not_asked'],
}

/** Numbers of prefectures without their zero that surveys use for a missing answer. */
export const PREFECTURE_OR_MISSING: Readonly<Record<string, readonly string[]>> = {
  '7': ['declined'],
  '8': ['unknown'],
  '9': ['not_asked'],
}

/** Encodings of partners' files: named when the bytes decide, asked about when they do not, never guessed wrongly. */
import { describe, expect, it } from 'vitest'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { detectEncoding, type Encoding, linesIn } from '../../../survey-schema/partner-files/texts/encoding.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import fc from '../../support/seeded-properties.ts'
import { encode } from '../encode.ts'

/** Words of lists of cases, as partners of each country keep them. */
const WORDS: Readonly<Partial<Record<Encoding, string>>> = {
  'windows-874':
    'เลขที่ สัญชาติ เพศ อายุ ไทย ลาว เมียนมา กัมพูชา เวียดนาม หญิง ชาย ปี วันที่ จังหวัด เชียงใหม่ อาชีพ รายได้ ญี่ปุ่น ค้ามนุษย์ ค่าจ้าง หนี้ ไม่ทราบ ไม่ระบุ หมายเหตุ สถานกงสุล ตำรวจ บ้านพักฉุกเฉิน โยโกฮามา กรกฎาคม นายจ้าง เดินทาง เพื่อน ญาติ ถูกหลอก',
  'euc-kr':
    '사례 국적 성별 연령 여자 남자 태국 라오스 베트남 중국 우즈베키스탄 직업 학력 입국 비자 유흥업소 강요 채무 알수없음 무응답 특이사항 경찰서 보호시설 영사관 상담 귀국 오사카 접수연도 지인 브로커 여권',
  gb18030:
    '案例 国籍 性别 年龄 女性 男性 泰国 老挝 越南 中国 蒙古 职业 学历 入境 签证 娱乐场所 强迫 债务 未知 未回答 备注 公安局 庇护 领事馆 咨询 回国 大阪 登记年份 朋友 中介 护照 浙江 辽宁',
  big5: '案例 國籍 性別 年齡 女性 男性 泰國 寮國 越南 中國 蒙古 職業 學歷 入境 簽證 娛樂場所 強迫 債務 未知 未回答 備註 警察局 庇護 領事館 諮詢 回國 大阪 登記年份 朋友 仲介 護照 高雄',
  shift_jis:
    '事例 国籍 性別 年代 女性 男性 タイ ラオス ベトナム 中国 モンゴル 仕事 学歴 入国 ビザ 飲食店 強要 借金 わからない 無回答 メモ 警察署 保護 領事館 相談 帰国 大阪 受付年度 友人 仲介者 パスポート ﾗｵｽ ﾊﾟｽﾎﾟｰﾄ',
  'euc-jp':
    '事例 国籍 性別 年代 女性 男性 タイ ラオス ベトナム 中国 モンゴル 仕事 学歴 入国 ビザ 飲食店 強要 借金 わからない 無回答 メモ 警察署 保護 領事館 相談 帰国 大阪 受付年度 友人 仲介者 パスポート',
  'windows-1252':
    'año Andrés Lucía Perú México número teléfono dirección país niña Cali Medellín âge prénom Fräulein São você não “mujer” it’s Ibáñez',
}
const ENCODED = Object.entries(WORDS) as [Encoding, string][]

const table = (words: readonly string[], columns: number) =>
  words.map((word, at) => `${at % columns === 0 ? `K-${at},` : ''}${word}${(at + 1) % columns === 0 ? '\n' : ','}`).join('')

describe('encodings that the bytes decide', () => {
  it.each(ENCODED)('%s: a list of thirty cells is read', async (encoding, words) => {
    const text = `${table(words.split(' '), 3)}end\n`
    const bytes = encode(text, encoding, false)
    expect(detectEncoding([bytes])).toEqual({ encoding, mark: false })
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.subarray(at * 7, at * 7 + 7))
    const opened = await openFile(() => pieces, 'list.csv')
    expect([...opened.rows()].flatMap(({ cells }) => cells).join(',')).toBe(text.trim().replaceAll('\n', ','))
  })

  it('names ISO-2022-JP by its escape sequences', async () => {
    const text = '番号,国籍,性別\nK-1,タイ,女\n'
    const opened = await openFile(encode(text, 'iso-2022-jp', false), 'list.csv')
    expect(opened.encoding).toEqual({ encoding: 'iso-2022-jp', mark: false })
    expect([...opened.rows()].map(({ cells }) => cells.join())).toEqual(['番号,国籍,性別', 'K-1,タイ,女'])
  })

  it('a few words are read, or asked about with the right encoding among those offered', () => {
    const some = fc
      .constantFrom(...ENCODED)
      .chain(([encoding, words]) =>
        fc.tuple(fc.constant(encoding), fc.array(fc.constantFrom(...words.split(' ')), { minLength: 2, maxLength: 8 })),
      )
    let certain = 0
    fc.assert(
      fc.property(some, ([encoding, words]) => {
        const bytes = encode(table(words, 2), encoding, false)
        fc.pre(bytes.some((byte) => byte > 0x7f))
        const found = detectEncoding([bytes])
        if (found.unsure) expect(found.unsure).toContain(encoding)
        else {
          certain++
          const same = linesIn([bytes], found.encoding).join() === linesIn([bytes], encoding).join()
          expect(same, `${encoding} called ${found.encoding}: ${words.join()}`).toBe(true)
        }
      }),
      { numRuns: 1500 },
    )
    expect(certain).toBeGreaterThan(900)
  })
})

describe('encodings that the bytes do not decide', () => {
  const refused = async (bytes: Uint8Array) => {
    try {
      await openFile(bytes, 'list.csv')
    } catch (error) {
      if (error instanceof ProblemError) return error.errors.map(({ pointer, rule }) => `${pointer} ${rule}`)
      throw error
    }
    return []
  }
  const russian = encode('номер,гражданство\n1,Россия\n2,Украина\n', 'windows-1251', false)

  it('are asked about, each by its name, and read once the partner has said it', async () => {
    expect(await refused(russian)).toEqual(['/encoding/windows-1251 encoding_unsure'])
    const opened = await openFile(russian, 'list.csv', { encoding: 'windows-1251' })
    expect([...opened.rows()].map(({ cells }) => cells.join())).toEqual(['номер,гражданство', '1,Россия', '2,Украина'])
    expect(opened.description[0]).toContain('Windows-1251')
    expect(linesIn([russian], 'windows-1251')[1]).toBe('1,Россия')
  })

  it.each([
    ['letters of a code page of DOS', [0x61, 0xa4, 0x6f, 0x2c, 0x50, 0x65, 0x72, 0xa3, 0x0a, 0x82, 0xa1, 0x0a]],
    ['bytes of no text', [0x41, 0x2c, 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x0a]],
    ['Korean between escape sequences', [0x1b, 0x24, 0x29, 0x43, 0x41, 0x0e, 0x39, 0x78, 0x0f, 0x0a]],
  ])('%s are never read under another name', async (_, bytes) => {
    const rules = await refused(new Uint8Array(bytes))
    expect(rules.length).toBeGreaterThan(0)
    for (const rule of rules) expect(rule).toMatch(/ encoding_unknown$|^\/encoding\/\S+ encoding_unsure$/)
  })

  it.each<[string, Encoding]>([
    ['賣淫', 'big5'],
    ['案例,案例', 'big5'],
    ['庇護,庇護', 'big5'],
    ['居留', 'gb18030'],
    ['빚', 'euc-kr'],
    ['泰', 'shift_jis'],
    ['ยา', 'windows-874'],
  ])('%s alone says too little to be called anything else than %s', (text, encoding) => {
    const found = detectEncoding([encode(`${text}\n`, encoding, false)])
    expect(found.unsure ?? [found.encoding]).toContain(encoding)
  })

  it('Chinese that happens to be valid UTF-8 is asked about; Vietnamese, Pinyin and Arabic in UTF-8 are not', async () => {
    expect(await refused(encode('职业,签证\n', 'gb18030', false))).toEqual(expect.arrayContaining(['/encoding/gb18030 encoding_unsure']))
    for (const text of ['họ tên,Dương Thư\n', 'zhōng,guó,nǚ\n', 'الاسم,الجنسية\n', 'име,држава\n', 'Łódź,Dvořák\n'])
      expect(detectEncoding([encode(text, 'utf-8', false)])).toEqual({ encoding: 'utf-8', mark: false })
  })

  it('broken bytes in Shift_JIS are asked about, and their rows refused under the name that the partner says', async () => {
    const bytes = encode(`国籍,性別\n${'タイ,女性\n'.repeat(40)}`, 'shift_jis', false)
    bytes[14] = 0xff
    expect(await refused(bytes)).toContain('/encoding/shift_jis encoding_unsure')
    const opened = await openFile(bytes, 'list.csv', { encoding: 'shift_jis' })
    expect([...opened.rows()].filter(({ cells }) => cells.join().includes('\uFFFD')).length).toBe(1)
  })
})

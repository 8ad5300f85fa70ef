/** The paper form holds every question with its answers, its kanji are in the file, and two of them are the same bytes. */
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { afterFilling, paperPdf } from '../../server/editors/forms/paper.ts'
import { shownCodes } from '../../survey-schema/forms/offered.ts'
import { paperForm } from '../../survey-schema/forms/paper.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'

const form = paperForm()
const blocks = form.sections.flatMap((section) => section.blocks)
const asked = blocks.flatMap(({ questions, rows }) => [...questions, ...(rows?.questions ?? [])])

/** Every stream of the file, unpacked. */
function streams(pdf: Buffer): string {
  const found: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('\nendstream', at)
    try {
      found.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'))
    } catch {
      // Not packed.
    }
  }
  return found.join('\n')
}

describe('the paper form', () => {
  it('has every question in order with the answers that a form offers, the note among them', () => {
    expect(asked.map(({ number, ja, en }) => [number, ja, en])).toEqual(QUESTIONS.map(({ ja, en }, at) => [at + 1, ja, en]))
    for (const [at, question] of QUESTIONS.entries()) {
      const shown = question.list === 'iso3166_1_alpha2' ? question.codes : shownCodes(question)
      expect(
        asked[at]?.options.map(({ en }) => en),
        question.id,
      ).toEqual(shown.map(({ en }) => en))
      expect(asked[at]?.states.length, question.id).toBe(question.reserved ? 3 : 0)
    }
    expect(asked.at(-1)?.kind).toBe('note')
  })

  it('says before each question that may not arise when it does, and where to go otherwise', () => {
    let before = 0
    for (const { goTo, questions } of blocks) {
      const conditional = questions.some(({ number }) => QUESTIONS[number - 1]?.askIf)
      expect(goTo !== null).toBe(conditional)
      const to = Number(/問(\d+)へ/.exec(goTo?.ja ?? '')?.[1] ?? 0)
      const named = [...(goTo?.en ?? '').matchAll(/Q(\d+)/g)].map(([, number]) => Number(number))
      if (to > 0) expect([to, named.at(-1)]).toEqual([questions.at(-1)!.number + 1, to])
      for (const number of named.slice(0, to > 0 ? -1 : undefined)) expect(number).toBeLessThan(questions[0]!.number)
      before = questions.at(-1)?.number ?? before
    }
    expect(blocks.filter(({ goTo }) => goTo && !/問\d+へ/.test(goTo.ja)).map(({ questions }) => questions[0]?.number)).toEqual([4])
  })

  it('has a place for the fingerprint of the key, and carries it and the address for withdrawing where they are given', async () => {
    const drawn = (fingerprint: string) => paperPdf({ edition: '2026a', fingerprint })
    const papers = [
      await paperPdf(null),
      await drawn('3f2a 91c0 0b7d 44e1 9a05'),
      await drawn('3f2a 91c0 0b7d 44e1 9a06'),
      await paperPdf(null, 'papers.example'),
    ]
    expect(new Set(papers.map((pdf) => Buffer.from(pdf).toString('latin1'))).size).toBe(4)
    const [named, plain] = [afterFilling('papers.example'), afterFilling(null)]
    for (const words of Object.values(named.at(-1) ?? {})) expect(words).toContain('https://papers.example/withdraw')
    expect(named.slice(0, -1)).toEqual(plain)
    expect(JSON.stringify(plain)).not.toContain('https://')
    for (const pdf of papers) expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is the same bytes each time, with its own letters and without clock or path', async () => {
    const [one, two] = [Buffer.from(await paperPdf(null)), Buffer.from(await paperPdf(null))]
    expect(one.equals(two)).toBe(true)
    const text = `${one.toString('latin1')}${streams(one)}`
    expect(text).toContain('BIZUDPGothic')
    // The tables by which a reader finds text again know 支, 国 and 答.
    for (const kanji of ['652F', '56FD', '7B54']) expect(text).toMatch(new RegExp(`<${kanji}>`, 'i'))
    expect(text).toContain('19700101000000')
    expect(text).not.toMatch(/\b20[2-9]\d[01]\d[0-3]\d\d{6}|node_modules|\/tmp\//)
  })
})

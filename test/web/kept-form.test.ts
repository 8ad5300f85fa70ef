/** A draft: the same form comes back under its passphrase, and nothing else is taken for one. */

import { describe, expect, it } from 'vitest'
import { draftKey, lockDraft, longEnough, openDraft, ROUNDS } from '../../web/drafts/draft-cipher.ts'
import { draftFile, readDraftFile } from '../../web/drafts/draft-file.ts'
import { changed, EMPTY_FORM } from '../../web/questionnaire/form-state.ts'
import { type KeptForm, keptForm, keptText } from '../../web/questionnaire/kept-form.ts'
import { REVIEW } from '../../web/questionnaire/places-in-form.ts'
import fc from '../support/seeded-properties.ts'

const FORM: KeptForm = {
  form: [
    { type: 'answer', id: 'gender', answer: 'woman' } as const,
    { type: 'answer', id: 'registration_year', answer: '2019', cut: true } as const,
    { type: 'contacts', contacts: 'reached' } as const,
  ].reduce(changed, EMPTY_FORM),
  coreOnly: true,
  position: { current: REVIEW, seen: new Set([0, 1]) },
  attempt: { form: '{}', body: null, idempotencyKey: '00' },
}

describe('a draft', () => {
  it('comes back from its file under its passphrase, however that was typed, and under no other', async () => {
    const locked = await lockDraft(await draftKey('invented words ＡＢＣ'), keptText(FORM))
    const file = draftFile(locked)
    expect(file).not.toMatch(/woman|gender/)
    const read = await readDraftFile(new Blob([file]))
    expect(read).toEqual(locked)
    const opened = await openDraft(' invented words ABC ', locked)
    expect(keptForm(opened?.text ?? '')).toEqual(FORM)
    expect(await openDraft('invented words ABD', locked)).toBeNull()
    locked.ciphertext[40] = (locked.ciphertext[40] ?? 0) ^ 1
    expect(await openDraft('invented words ABC', locked)).toBeNull()
  })

  it('is as long for a few more answers, never under fewer rounds than today, nor under a short passphrase', async () => {
    const key = await draftKey('invented words')
    const more = { ...FORM, form: changed(FORM.form, { type: 'answer', id: 'citizenship', answer: ['PH', 'TH'] }) }
    const [one, other] = await Promise.all([lockDraft(key, keptText(FORM)), lockDraft(key, keptText(more))])
    expect(one.ciphertext.length).toBe(other.ciphertext.length)
    expect(one.iv).not.toEqual(other.iv)
    expect(await openDraft('invented words', { ...one, rounds: ROUNDS - 1 })).toBeNull()
    expect(longEnough('   twelve          ')).toBe(false)
    expect(longEnough('十二文字より長い合言葉です')).toBe(true)
  })

  it('of a form that did not say which dates were cut still opens', () => {
    const { cut: _, ...before } = FORM.form
    const opened = keptForm(JSON.stringify({ ...JSON.parse(keptText(FORM)), form: before }))
    expect(opened?.form).toEqual({ ...before, cut: [] })
  })

  it('is not taken from a text of another shape', async () => {
    const fields = JSON.parse(keptText(FORM)) as Record<string, unknown>
    const wrong = [
      { ...fields, current: REVIEW + 1 },
      { ...fields, seen: [-1] },
      { ...fields, attempt: { body: 1 } },
      { ...fields, form: { ...FORM.form, answers: { gender: 1 } } },
      { ...fields, form: { ...FORM.form, contacts: 'anybody' } },
      { ...fields, form: { ...FORM.form, cut: [1] } },
      { ...fields, form: { ...FORM.form, route_legs: [{ answers: {} }] } },
    ]
    for (const entry of wrong) expect(keptForm(JSON.stringify(entry))).toBeNull()
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect(keptForm(text)).toBeNull()
        expect(await readDraftFile(new Blob([text]))).toBeNull()
      }),
    )
  })
})

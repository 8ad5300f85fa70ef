/** A submission of the XForm is the case it was made from, and what does not belong there is judged as in any other file. */

import { describe, expect, it } from 'vitest'
import { receive } from '../../../survey-schema/answers/receive.ts'
import { kindOfFile } from '../../../survey-schema/partner-files/file-kind.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { xformBodies } from '../../../survey-schema/partner-files/own-form/xform-submission.ts'
import { readXml } from '../../../survey-schema/partner-files/workbooks/xml.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { QUESTIONS } from '../../../survey-schema/questionnaire/index.ts'
import { anySubmission, CONTEXT, plainSubmission, type Submission } from '../../support/records.ts'
import fc from '../../support/seeded-properties.ts'
import { xformInstance } from '../../support/xform-instance.ts'

const plain = () => plainSubmission() as unknown as Submission
const bodies = (xml: string) => [...xformBodies([xml])].map(({ value }) => value)
const refusal = (act: () => unknown) => {
  try {
    act()
    return null
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { slug: error.slug, errors: error.errors }
  }
}

/** Codes that a form does not offer, and lists with nothing ticked, come from other files alone. */
const fits = ({ answers, groups }: Submission) =>
  QUESTIONS.every(({ id, codes }) => {
    const given = answers[id]
    const importOnly = codes.some((code) => code.importOnly && code.code === given)
    return !importOnly && !(Array.isArray(given) && given.length === 0)
  }) && groups.route_legs.length > 0

describe('submissions of the XForm', () => {
  it('become the record that the case itself becomes', () => {
    fc.assert(
      fc.property(anySubmission.filter(fits), ({ confirmed, ...submission }) => {
        const [body] = bodies(xformInstance(submission as Submission))
        const expected = receive({ ...submission, confirmed: ['R23'] }, CONTEXT)
        const found = receive({ ...(body as object), confirmed: ['R23'] }, CONTEXT)
        expect(found.record).toEqual(expected.record)
        expect(found.stripped).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('open as a file, alone or several side by side, whatever the prefix', async () => {
    const one = xformInstance(plain())
    const two = `<?xml version="1.0"?><!-- two --><submissions>${one.replace(/^<\?xml.*\?>/, '')}<o:data xmlns:o="x" id="jnatip_case" version="1.0"><o:part_profile><o:gender>man</o:gender></o:part_profile></o:data></submissions>`
    for (const [text, rows] of [
      [one, 1],
      [two, 2],
    ] as const) {
      const file = await openFile(new TextEncoder().encode(text), 'submission.xml')
      expect([file.format, kindOfFile(file), [...file.bodies!()].length]).toEqual(['xml', 'submissions', rows])
    }
    expect(bodies(two)[1]).toMatchObject({ answers: { gender: 'man' } })
  })

  it('a node that identifies is dropped by its kind, any other unknown node is refused by its place', () => {
    const among = (extra: string) => bodies(xformInstance(plain()).replace('<part_source>', `<part_source>${extra}`))[0]
    expect(receive(among('<phone_number/>'), CONTEXT).stripped).toEqual([])
    expect(receive(among('<telephone>x</telephone>'), CONTEXT).stripped).toEqual([{ path: '/answers/{telephone}', kind: 'telephone' }])
    for (const unknown of [
      '<hobby>x</hobby>',
      '<__proto__>x</__proto__>',
      '<constructor>x</constructor>',
      '<start>2026-11-21T10:00:00</start>',
    ]) {
      expect(
        refusal(() => receive(among(unknown), CONTEXT)),
        unknown,
      ).toEqual({
        slug: 'unknown-key',
        errors: [{ pointer: '/answers', rule: 'unknown_key' }],
      })
    }
    expect(refusal(() => receive(among('<gender>man</gender>'), CONTEXT))?.errors[0]).toMatchObject({
      pointer: '/answers/gender',
      rule: 'invalid_type',
    })
  })

  it('what the tool adds of its own is left unread', () => {
    const [body] = bodies(xformInstance(plain(), { id: 'uuid:unmistakable' }))
    expect(JSON.stringify(body)).not.toMatch(/unmistakable|instanceID|meta/)
  })

  it('a version that we do not have is refused', () => {
    expect(refusal(() => receive(bodies(xformInstance(plain(), { version: '0.9' }))[0], CONTEXT))?.errors[0]).toEqual({
      pointer: '/questionnaire',
      rule: 'invalid_code',
    })
  })

  it.each([
    ['a document type', '<!DOCTYPE data [<!ENTITY e SYSTEM "file:///etc/hostname">]><data id="jnatip_case">&e;</data>'],
    ['an open element', '<data id="jnatip_case"><part_profile></data>'],
    ['crossed elements', '<data id="jnatip_case"><a><b>x</a></b></data>'],
    ['two roots', '<data id="jnatip_case"/><data id="jnatip_case"/>'],
    ['words around it', 'x<data id="jnatip_case"/>'],
    ['a bare mark', '<data id="jnatip_case">a < b</data>'],
    ['too deep', `${'<a>'.repeat(21)}${'</a>'.repeat(21)}`],
    ['nothing', ''],
  ])('%s is not XML as we read it', (_, text) => {
    expect(refusal(() => bodies(text))).toEqual({ slug: 'invalid-file', errors: [{ pointer: '', rule: 'broken_xml' }] })
  })

  it('another form among ours is refused, not passed over', () => {
    const one = xformInstance(plain()).replace(/^<\?xml.*\?>/, '')
    expect(refusal(() => bodies(`<all>${one}<data id="other"><name>x</name></data></all>`))?.errors).toEqual([
      { pointer: '', rule: 'other_form' },
    ])
  })

  it('another form is no submission of ours', () => {
    expect(refusal(() => bodies('<data id="other"><name>x</name></data>'))?.errors).toEqual([{ pointer: '', rule: 'no_submissions' }])
  })

  it('reads entities, CDATA and attributes', () => {
    expect(readXml('<a b="1 &amp; 2" c=\'x\'>&lt;&#x65E5;<!-- n --><![CDATA[<b>]]><d/></a>')).toEqual({
      name: 'a',
      attributes: { b: '1 & 2', c: 'x' },
      text: '<日<b>',
      children: [{ name: 'd', attributes: {}, text: '', children: [] }],
    })
  })
})

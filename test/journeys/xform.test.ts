/**
 * The XForm in somebody else's reader: ODK Web Forms shows and hides the questions that our own engine does, and what it hands
 * out is a case that intake takes.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { receive } from '../../survey-schema/answers/receive.ts'
import { relevance } from '../../survey-schema/answers/relevance.ts'
import { STEPS_ASK } from '../../survey-schema/forms/words.ts'
import { questionnaireXForm } from '../../survey-schema/forms/xform.ts'
import { withBrackets } from '../../survey-schema/languages/furigana.ts'
import { TRANSLATIONS } from '../../survey-schema/languages/index.ts'
import { xformBodies } from '../../survey-schema/partner-files/own-form/xform-submission.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import { launchChromium } from '../support/chromium.ts'
import { type OdkForm, odkForm } from '../support/odk-form.ts'
import { CONTEXT, plainSubmission, type Submission } from '../support/records.ts'
import { xformInstance } from '../support/xform-instance.ts'

type Answers = Readonly<Record<string, unknown>>
const caseOf = (answers: Answers = {}, groups: Answers = {}) => plainSubmission(answers, groups) as unknown as Submission
const leg = (from: string, to: string, purpose: string) => ({ leg_from_country: from, leg_to_country: to, leg_purpose: purpose })

/** Invented cases, each turning conditions on that the others leave off. */
const CASES: Readonly<Record<string, Submission>> = {
  'recruited online, to Japan': caseOf({
    recruitment_mode: 'recruited',
    recruitment_channel: ['social_media'],
    recruitment_platforms: ['other'],
    debt_imposed: 'yes',
    exploitation_types: ['sexual', 'forced_labour'],
    image_before: 'good',
    image_after: 'bad',
    exploitation_prefectures: ['13', '27'],
    arrival_year: 2003,
  }),
  'abducted, elsewhere': caseOf(
    { recruitment_mode: 'abducted', exploitation_types: ['forced_marriage'], debt_imposed: 'no', citizenship: ['LA', 'TH'] },
    { route_legs: [leg('LA', 'TH', 'transit'), leg('TH', 'MY', 'to_exploitation')], contact_steps: [] },
  ),
  'states in place of controlling answers': caseOf(
    {
      recruitment_mode: 'unknown',
      exploitation_types: 'declined',
      image_before: 'unknown',
      image_after: 'bad',
      exploitation_prefectures: 'not_asked',
      registration_year: 'unknown',
      status_at_contact: 'overstay',
      offender_proceedings: ['reported'],
    },
    { contact_steps: 'not_asked' },
  ),
  'inside Japan, detained, returned': caseOf(
    {
      citizenship: ['JP'],
      status_at_contact: 'japanese_national',
      treated_as_offender: ['arrest_other'],
      return_status: 'returned_alone',
      debt_imposed: 'unknown',
      exploitation_prefectures: ['01'],
    },
    {
      route_legs: [leg('JP', 'JP', 'to_exploitation')],
      contact_steps: [{ step_actor: 'police' }, { step_actor: 'ngo_shelter', step_mode: 'referral' }],
    },
  ),
}

/** Labels of everything that the form shows as a question. */
const shown = (page: Page) => page.locator('.question-container .control-text > label').allInnerTexts()

const question = (page: Page, label: string) =>
  page
    .locator('.question-container')
    .filter({ has: page.locator('.control-text > label', { hasText: new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) }) })

async function handedOut(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Send' }).click()
  const wrong = page.locator('.question-container').filter({ has: page.locator('.validation-message:visible') })
  expect(await wrong.locator('.control-text > label').allInnerTexts()).toEqual([])
  return page.evaluate(() => (globalThis as unknown as { submitted: Promise<string> }).submitted)
}

const read = (xml: string) => [...xformBodies([xml])][0]!.value as Submission

describe('the XForm in ODK Web Forms', () => {
  const { url, organisationKey, organisationSecret } = inject('demo')
  let browser: Browser
  let form: OdkForm
  beforeAll(async () => {
    browser = await launchChromium()
    form = await odkForm(browser, questionnaireXForm())
  })
  afterAll(async () => {
    await form.close()
    await browser.close()
  })

  it.each(Object.entries(CASES))('P14 %s: shows what our engine asks, and gives the case back', async (_, submission) => {
    const page = await form.open(xformInstance(submission))
    const labels = new Set(await shown(page))
    const asked = relevance(submission.answers, submission.groups)
    const rows = Array.isArray(submission.groups.contact_steps) && submission.groups.contact_steps.length > 0
    for (const { id, ja, group, privacy } of QUESTIONS) {
      const expected = privacy !== 'direct_identifier' && asked.get(id) === 'ask' && (group !== 'contact_steps' || rows)
      expect([id, labels.has(ja)]).toEqual([id, expected])
    }
    const found = receive(read(await handedOut(page)), CONTEXT)
    expect(found.record).toEqual(receive(submission, CONTEXT).record)
    expect(found.stripped).toEqual([])
    await page.close()
  })

  it('switched to each further language, it asks in that language alone', async () => {
    const page = await form.open()
    const inJapanese = new Set(await shown(page))
    for (const { name, tag, questions } of TRANSLATIONS) {
      await page.locator('.language-changer:visible').click()
      await page.getByRole('option', { name: `${name} (${tag})`, exact: true }).click()
      await expect.poll(() => shown(page)).toContain(withBrackets(questions.gender.text))
      const labels = await shown(page)
      expect(labels.length).toBe(inJapanese.size)
      expect(labels.filter((label) => inJapanese.has(label))).toEqual([])
    }
    await page.close()
  })

  it('filled in by hand, an answer that no longer arises stays behind, and intake takes the case', async () => {
    const page = await form.open()
    const labelOf = (id: string) => QUESTIONS.find((one) => one.id === id)!.ja
    const press = async (id: string, ...codes: readonly string[]) => {
      for (const code of codes) await question(page, labelOf(id)).locator(`input[value="${code}"]`).check()
    }
    const type = async (id: string, text: string) => {
      await question(page, labelOf(id)).locator('input').pressSequentially(text)
      await page.keyboard.press('Tab')
    }
    const choose = async (id: string, name: string, row = 0) => {
      await question(page, labelOf(id)).nth(row).getByRole('combobox').click()
      await page.getByRole('option', { name, exact: true }).click()
    }
    await type('partner_case_key', 'xform-by-hand-1')
    await type('registration_year', '2019')
    await press('consent_basis', 'person_informed')
    await press('consent_uses', 'aggregate_tables')
    await press('source_type', 'ngo_shelter')
    await press('information_basis', 'case_file', 'unknown')
    // The state stands alone: the form says so, and is put right.
    await expect.poll(() => question(page, labelOf('information_basis')).locator('.validation-message').isVisible()).toBe(true)
    await question(page, labelOf('information_basis')).locator('input[value="unknown"]').uncheck()
    await press('gender', 'woman')
    await press('age_band_registration', '30_38')
    await press('minor_when_exploited', 'no')
    await press('recruitment_mode', 'recruited')
    await press('recruiter_relation', 'relative')
    await press('recruitment_mode', 'abducted')
    expect(await question(page, labelOf('recruiter_relation')).count()).toBe(0)
    await question(page, labelOf('citizenship')).locator('.p-multiselect').click()
    await page.getByRole('option', { name: 'フィリピン', exact: true }).click()
    await page.keyboard.press('Escape')
    await choose('leg_from_country', 'フィリピン')
    await choose('leg_to_country', '日本')
    await press('leg_purpose', 'to_exploitation')
    await press('exploitation_types', 'forced_labour')
    await press('means_of_control', 'debt', 'documents')
    await press('exit_mode', 'escaped_alone')
    await question(page, STEPS_ASK.ja).locator('input[value="none_reached"]').check()
    await press('state_recognition', 'no_contact')
    await press('return_status', 'in_japan')
    await press('org_judgement', 'actual')

    const submission = read(await handedOut(page))
    expect(submission).toMatchObject({
      answers: { registration_year: '2019', recruitment_mode: 'abducted', citizenship: ['PH'], means_of_control: ['debt', 'documents'] },
      groups: { route_legs: [leg('PH', 'JP', 'to_exploitation')], contact_steps: [] },
    })
    expect(submission.answers).not.toHaveProperty('recruiter_relation')
    const sent = await fetch(`${url}/api/v1/cases`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${organisationKey}`,
        'JNATIP-Secret': organisationSecret,
        'Idempotency-Key': 'xform-by-hand',
      },
      body: JSON.stringify(submission),
    })
    expect(sent.status).toBe(201)
    expect(await sent.json()).toMatchObject({ stripped: [] })
    await page.close()
  })
})

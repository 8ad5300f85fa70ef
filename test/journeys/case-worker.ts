/** A case worker at the form: gives the answers of one case by pressing what is on the page, part by part. */
import type { Locator, Page } from 'playwright-core'
import type { Language } from '../../survey-schema/text.ts'
import { WORDS } from '../../web/questionnaire/words.ts'

export interface CaseOnPaper {
  /** By question: the code pressed, the codes ticked, or the text typed. What is not here is marked as not asked. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>
  readonly legs: readonly Readonly<Record<string, string>>[]
  readonly contacts: 'none' | readonly Readonly<Record<string, string>>[]
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** What the form has on the page for a question or a row of one. */
async function answer(page: Page, name: string, given: string | readonly string[]) {
  const field = page.locator(`[id="${name}"]`)
  for (const code of typeof given === 'string' ? [given] : given) await press(field, name, code)
}

async function press(field: Locator, name: string, code: string) {
  const choice = field.locator(`input[value="${code}"]:is([type=radio], [type=checkbox])`)
  if ((await choice.count()) > 0) return choice.check()
  const list = field.locator('select')
  if ((await list.count()) > 0) return list.selectOption(code)
  const search = field.locator('[role=combobox]')
  if ((await search.count()) > 0) {
    await search.fill(code)
    return search.press('Enter')
  }
  return field.locator(`[id="${name}-first"]`).fill(code)
}

async function rows(page: Page, group: string, given: readonly Readonly<Record<string, string>>[], add: () => Promise<void>) {
  for (const [place, row] of given.entries()) {
    if (place > 0) await add()
    for (const [id, code] of Object.entries(row)) await answer(page, `q-${group}-${place}-${id}`, code)
  }
}

/** Fills in the part that is shown. A question may appear with the answer to an earlier one, so the paper is in the order of the form. */
async function fillPart(page: Page, paper: CaseOnPaper, language: Language) {
  for (const [id, given] of Object.entries(paper.answers)) {
    if ((await page.locator(`[id="q-${id}"]`).count()) > 0) await answer(page, `q-${id}`, given)
  }
  if ((await page.locator('[id="q-route_legs"]').count()) > 0) {
    await rows(page, 'route_legs', paper.legs, () => button(page, WORDS.addLeg[language]).click())
  }
  if ((await page.locator('[id="q-contact_steps"]').count()) > 0) {
    const reached = paper.contacts !== 'none'
    await page.locator(`input[name="contacts"][value="${reached ? 'reached' : 'none'}"]`).check()
    if (paper.contacts !== 'none') await rows(page, 'contact_steps', paper.contacts, () => button(page, WORDS.addStep[language]).click())
  }
  const rest = button(page, WORDS.fillRest[language])
  if ((await rest.count()) > 0) await rest.click()
}

/**
 * From the first part to the last; the page then asks for the key. `onPart` runs on every part once it is filled in.
 * @throws Error when a part cannot be left
 */
export async function fillInForm(
  page: Page,
  paper: CaseOnPaper,
  language: Language,
  onPart: (part: number) => Promise<void> = async () => {},
) {
  const next = button(page, WORDS.next[language])
  for (let part = 0; (await next.count()) > 0; part++) {
    await fillPart(page, paper, language)
    await onPart(part)
    const before = await page.locator('#part-title').textContent()
    await next.click()
    // On a bad line the rules come first.
    await page.waitForFunction(
      (title) => document.querySelector('#trouble-list') || document.querySelector('#part-title')?.textContent !== title,
      before,
    )
    if ((await page.locator('#part-title').textContent()) === before) throw new Error(`part ${part + 1} cannot be left`)
  }
}

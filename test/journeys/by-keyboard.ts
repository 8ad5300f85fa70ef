/** A case worker without a mouse: every key beside typed text is counted. */
import type { Page } from 'playwright-core'

export class Keyboard {
  presses = 0
  readonly #page: Page
  constructor(page: Page) {
    this.#page = page
  }

  async press(key: string, times = 1) {
    for (let time = 0; time < times; time++) await this.#page.keyboard.press(key)
    this.presses += times
  }

  /** Not counted. */
  type = (text: string) => this.#page.keyboard.type(text)

  /** Goes on with Tab until the focus is there. @throws Error when it is not reached */
  async tabTo(selector: string) {
    for (let time = 0; time < 30; time++) {
      if (await this.#page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
      await this.press('Tab')
    }
    throw new Error(`${selector} is not reached by keyboard`)
  }

  /** In the group of buttons or boxes that has the focus: the fewest arrow keys to this code. */
  async #arrowTo(code: string) {
    const { steps, of } = await this.#page.evaluate((wanted) => {
      const at = document.activeElement as HTMLInputElement
      const group = [...(at.closest('fieldset')?.querySelectorAll<HTMLInputElement>(`[type=${at.type}]:not(:disabled)`) ?? [])]
      return { steps: group.findIndex(({ value }) => value === wanted) - group.indexOf(at), of: group.length }
    }, code)
    const [down, up] = [(steps + of) % of, (of - steps) % of]
    await (down <= up ? this.press('ArrowDown', down) : this.press('ArrowUp', up))
  }

  /** One answer of radio buttons, and on to the next question. */
  async choose(code: string) {
    await this.#arrowTo(code)
    if (!(await this.#page.evaluate(() => (document.activeElement as HTMLInputElement).checked))) await this.press('Space')
    await this.press('Enter')
  }

  async tick(codes: readonly string[]) {
    for (const code of codes) {
      await this.#arrowTo(code)
      await this.press('Space')
    }
    await this.press('Enter')
  }

  /** One entry of a list that is searched by typing, once the list is there: it is fetched with the first question that has one. */
  async find(text: string) {
    await this.type(text)
    await this.#page.locator('[role=option]').first().waitFor()
    await this.press('Enter', 2)
  }

  /** The title of the next part has the focus. */
  async arrive() {
    await this.#page.waitForFunction(() => document.activeElement?.id === 'part-title')
  }

  /** From the title of a part, once it is there, to its first question. */
  async begin() {
    await this.arrive()
    await this.press('Enter')
  }

  async write(text: string) {
    await this.type(text)
    await this.press('Enter')
  }
}

/** The 21 core answers of an invented case, from the top of the page to the last part. Each line is a part of the form. */
export async function coreAnswers(keys: Keyboard, reference: string, fromTop = true) {
  // A link among the first leads to the content.
  if (fromTop) {
    await keys.press('Tab')
    await keys.tabTo('a[href$="#content"]')
    await keys.press('Enter')
  }
  await keys.tabTo('[name=extent]')
  await keys.choose('core')
  await keys.write(reference)
  await keys.write('令和元年')
  await keys.choose('person_informed')
  await keys.tick(['aggregate_tables'])
  const begin = () => keys.begin()
  await begin()
  await keys.choose('ngo_shelter')
  await keys.tick(['case_file'])
  await begin()
  await keys.choose('woman')
  await keys.choose('30_38')
  await keys.choose('no')
  await keys.find('ふぃりぴん')
  await begin()
  await keys.choose('recruited')
  await begin()
  await keys.find('philip')
  await keys.find('jpn')
  await keys.find('搾取')
  await begin()
  await keys.tick(['forced_labour'])
  await keys.tick(['debt', 'documents'])
  await begin()
  await keys.choose('escaped_alone')
  await keys.choose('reached')
  await keys.find('シェルター')
  await begin()
  await keys.choose('no_contact')
  await begin()
  await keys.choose('in_japan')
  await begin()
  await keys.choose('actual')
  await keys.arrive()
}

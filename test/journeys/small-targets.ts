/** What can be pressed on a page and is too small for a finger. Links inside a sentence may be as high as its line (WCAG 2.2, 2.5.5). */
import type { Page } from 'playwright-core'

/** @returns what each says, with its height in px; the box of a labelled choice counts by its label */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const LOWEST = 44
    const inSentence = (target: Element) => {
      const around = target.closest('p, li, dd, td, figcaption')
      const said = (element: Element | null) => (element?.textContent ?? '').trim().length
      return getComputedStyle(target).display === 'inline' && said(around) > said(target)
    }
    return [...document.querySelectorAll('a[href], button, summary, input, select, textarea')].flatMap((target) => {
      const label = target.matches('[type=radio], [type=checkbox]') ? target.closest('label') : null
      const { height } = (label ?? target).getBoundingClientRect()
      // What is not shown, and what stays out of sight until the keyboard reaches it.
      if (height <= 1 || target.matches('.skip, .unseen') || inSentence(target)) return []
      return height < LOWEST ? [`${(target.textContent ?? '').trim().slice(0, 40)}: ${Math.round(height)} px`] : []
    })
  })

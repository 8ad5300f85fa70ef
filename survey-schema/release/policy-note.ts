/** What is said under every table about its policy: the one sentence without which a figure is misread. */
import type { Text } from '../text.ts'

/** The end of the name of a policy without noise. A bundle whose policy is named otherwise is refused. */
const EXACT = '-withhold'

/** Whether the figures made under a policy are the counts themselves. @param policy its name, as it stands on every table */
export const isExactPolicy = (policy: string): boolean => policy.endsWith(EXACT)

const ADJUSTED: Text = {
  en: 'Adjusted: nearly always within 3, never more than 5; parts need not add up to their total.',
  ja: '公表値は調整済みで、実数との差はほぼ3以内、最大でも5。内訳の合計は総数と一致しないことがある。',
}

const WITHHELD: Text = {
  en: 'Exact: figures add up, and some cells are withheld so that no withheld one can be worked out.',
  ja: '公表値は実数で、内訳の合計は総数と一致する。秘匿した値を逆算できないよう、ほかのセルの一部も秘匿している。',
}

/** @param policy its name, as it stands on every table */
export const policyNote = (policy: string): Text => (isExactPolicy(policy) ? WITHHELD : ADJUSTED)

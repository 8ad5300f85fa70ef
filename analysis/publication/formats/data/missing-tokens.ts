/**
 * What stands in the place of a figure in every text file for programs (CSV, data packages): one token for each reason, both ASCII, so that no
 * encoding loses them. Metadata declare them as missing values, and a column `status` gives the reason in words. Print has signs of its own.
 */
import type { Text } from '../../../../survey-schema/text.ts'
import type { CellContent } from '../printed-grid.ts'

interface MissingToken {
  readonly token: string
  readonly meaning: Text
}

export const MISSING = {
  withheld: { token: 'x', meaning: { ja: '秘匿', en: 'withheld' } },
  not_applicable: { token: '.', meaning: { ja: '数値のありえない欄', en: 'no figure can occur' } },
} as const satisfies Readonly<Record<string, MissingToken>>

export const MISSING_VALUES: readonly MissingToken[] = Object.values(MISSING)

/** A figure, or the token in its place: a cell that holds words can have no figure. @example csvFigure({ status: 'withheld' }) // 'x' */
export const csvFigure = (content: CellContent): string | number =>
  'figure' in content ? content.figure : MISSING[content.status === 'withheld' ? 'withheld' : 'not_applicable'].token

/** What the tokens mean, for the notes beside a file; of given cells only those that occur. */
export const missingLegend = (contents?: readonly CellContent[]): readonly Text[] => {
  const found = new Set(contents?.map(csvFigure) ?? MISSING_VALUES.map(({ token }) => token))
  return MISSING_VALUES.filter(({ token }) => found.has(token)).map(({ token, meaning }) => ({
    ja: `${token}＝${meaning.ja}`,
    en: `${token} = ${meaning.en}`,
  }))
}

/** What the status of an incomplete sum means, where there is one. */
export const atLeastLegend = (contents: readonly CellContent[]): readonly Text[] =>
  contents.some((cell) => cell.status === 'sum' && cell.parts < cell.of) ? [AT_LEAST] : []

const AT_LEAST: Text = {
  ja: 'status が at_least_3_of_4 の行＝公表された3つの版・巻の合計。残る1つは秘匿で、実際はこの値以上',
  en: 'status at_least_3_of_4 = the sum of the 3 of 4 editions or volumes that show a figure: there are at least as many cases',
}

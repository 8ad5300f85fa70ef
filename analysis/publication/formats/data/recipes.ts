/**
 * One line that reads a table at its address, in R and in Python. Both name the tokens that stand in the place of a figure, and no other: `NA` is
 * the code of Namibia.
 */
import { MISSING_VALUES } from './missing-tokens.ts'

const TOKENS = MISSING_VALUES.map(({ token }) => `"${token}"`).join(', ')

/** @param address absolute, of a CSV */
export const rRecipe = (address: string): string => `read.csv("${address}", na.strings = c(${TOKENS}), fileEncoding = "UTF-8")`

/** With pandas. @param address absolute, of a CSV */
export const pandasRecipe = (address: string): string => `pandas.read_csv("${address}", na_values=[${TOKENS}], keep_default_na=False)`

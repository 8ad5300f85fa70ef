/** Lines that read a table in R and in Python, without any package: a withheld cell is missing, neither 0 nor a blank that is summed. */
import { MISSING_VALUES } from '../../analysis/publication/formats/data/missing-tokens.ts'

const TOKENS = MISSING_VALUES.map(({ token }) => `"${token}"`).join(', ')

/** @param address absolute, of the CSV @example rSnippet('https://…&format=csv') */
export const rSnippet = (address: string): string =>
  [
    `address <- "${address}"`,
    `cases <- read.csv(address, na.strings = c(${TOKENS}), fileEncoding = "UTF-8")`,
    '# withheld is NA; the column "status" says why a figure is not there',
    'head(cases)',
  ].join('\n')

/** @param address absolute, of the CSV */
export const pythonSnippet = (address: string): string =>
  [
    'import csv, io, urllib.request',
    `address = "${address}"`,
    'with urllib.request.urlopen(address) as answer:',
    '    rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8")))',
    '# withheld is None; the column "status" says why a figure is not there',
    'for row in rows:',
    `    row["cases"] = None if row["cases"] in (${TOKENS}) else int(row["cases"])`,
    'print(rows[:5])',
    '# with pandas, where NA is the code of Namibia:',
    `# pandas.read_csv(address, na_values=[${TOKENS}], keep_default_na=False)`,
  ].join('\n')

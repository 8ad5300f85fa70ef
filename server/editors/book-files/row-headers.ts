/**
 * The names of lines as header cells of their rows, for whoever has a table read aloud: the typesetter tags only the names of columns.
 * A cell of the first column is known by the header that it names, and becomes a header in the same number of bytes, so that every offset
 * in the file stays right.
 */

/** A data cell that names nothing but the header of column 0. @see ISO 32000-1, 14.8.5.7: Scope and Headers of a table cell */
const FIRST_COLUMN = /\/S \/TD(\n {2}\/P \d+ 0 R\n {2}\/A \[<<\n {4}\/O \/Table\n {4})(\/Headers \[\(U\d{1,9}x0y\d{1,3}\)\])/g

const ROW = '/Scope /Row'

/** @param pdf as Latin-1 text */
export const withRowHeaders = (pdf: string): string =>
  pdf.replaceAll(FIRST_COLUMN, (_, between: string, headers: string) => `/S /TH${between}${ROW.padEnd(headers.length)}`)

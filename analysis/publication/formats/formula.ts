/** What spreadsheets take for a formula, the full-width forms included. */
export const FORMULA = /^[=+\-@\t\r＝＋－＠]/

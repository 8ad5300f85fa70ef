/** What whoever runs the demo needs to go on: printed first, and again at the end. */

/** Address, key and secret, and what to click, a line each. The partner signs its cases, so its key alone is refused. */
export const threeLines = (url: string, organisationKey: string, organisationSecret: string | null) =>
  [
    `Pages: ${url}`,
    `Key of a fictional partner: ${organisationKey}${organisationSecret === null ? '' : `   and its secret: ${organisationSecret}`}`,
    'To click: "Chapters" for the book and its files, "Tables" for one figure, "Report a case" to send a case with them',
  ].join('\n')

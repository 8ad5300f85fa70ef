/** What whoever runs the demo needs to go on: printed first, and again at the end. */

/** Address, key, and what to click, a line each. */
export const threeLines = (url: string, organisationKey: string) =>
  [
    `Pages: ${url}`,
    `Key of a fictional partner: ${organisationKey}`,
    'To click: "Chapters" for the book and its files, "Tables" for one figure, "Report a case" to send a case with that key',
  ].join('\n')

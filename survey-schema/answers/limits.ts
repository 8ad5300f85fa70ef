/**
 * Longest texts that are read at all, in UTF-16 units, looked at before any pattern touches the text: the work of patterns is in step with the length
 * of a text, and this is what bounds the length (decision 32).
 */

/** One answer of a submission. The longest code has some forty, the case reference of a partner 24. */
export const LONGEST_VALUE = 200

/** A key of a submission, or a heading that may be on the list of identifiers. */
export const LONGEST_KEY = 200

/** Keys of one object. The questionnaire has some hundred questions; what a system adds to them is dropped or refused key by key. */
export const MOST_KEYS = 1000

/** One cell of a partner's file, in which several answers may stand by their labels. */
export const LONGEST_CELL = 4000

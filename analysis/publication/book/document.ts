/** The shapes of the book. They cross the border to the pages and stand with the other shapes; writers and this room know them by this name. */
export type * from '../../../survey-schema/release/book.ts'

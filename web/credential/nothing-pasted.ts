/** The fields of a credential before anything is typed: all that a page needs of it until then. */

/** The texts of the fields, as they stand there. */
export interface PastedCredential {
  readonly access: string
  readonly secret: string
  /** Of the generation before, for as long as cases of it are looked for. */
  readonly earlier: string
}

export const NOTHING_PASTED: PastedCredential = { access: '', secret: '', earlier: '' }

/** Why a command or a start does not go on, in words for the person at the terminal. */

/** The command was understood and is refused; the message says why, without values that were in a file. Exit code 1. */
export class Refusal extends Error {
  readonly slug: string
  constructor(slug: string, message: string) {
    super(message)
    this.name = 'Refusal'
    this.slug = slug
  }
}

/** The command was not understood. Exit code 2. */
export class Misuse extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Misuse'
  }
}

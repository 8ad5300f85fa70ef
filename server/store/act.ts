/** A change as one atomic batch in which one statement decides: the others are written so that they change nothing where it changed nothing. */
import type { CompiledQuery } from 'kysely'

export interface Act {
  readonly before?: readonly CompiledQuery<unknown>[]
  /** Changes rows exactly when the act is carried out. */
  readonly decides: CompiledQuery<unknown>
  readonly after?: readonly CompiledQuery<unknown>[]
}

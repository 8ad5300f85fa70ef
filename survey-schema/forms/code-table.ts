/** A table of codes in a codebook. */
export interface CodeTable {
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell of a row is the code. */
  readonly rows: readonly (readonly string[])[]
}

/** Types of the part of papaparse that is used here. Its published types would bring the globals of Node into packages that must do without. */
declare module 'papaparse' {
  interface ParseStep {
    readonly data: string[]
    readonly errors: readonly { readonly type: string; readonly code: string; readonly row?: number }[]
    readonly meta: { readonly cursor: number; readonly aborted: boolean }
  }
  interface Parser {
    abort(): void
    pause(): void
    resume(): void
  }
  interface ParseConfig {
    readonly header?: false
    readonly delimiter?: string
    readonly newline?: string
    readonly skipEmptyLines?: boolean | 'greedy'
    readonly step?: (results: ParseStep, parser: Parser) => void
    readonly complete?: () => void
    readonly error?: (error: Error) => void
  }
  const Papa: {
    readonly NODE_STREAM_INPUT: unique symbol
    parse(input: typeof Papa.NODE_STREAM_INPUT, config: ParseConfig): NodeJS.ReadWriteStream
    parse(input: string | NodeJS.ReadableStream, config: ParseConfig): { readonly data: string[][]; readonly errors: ParseStep['errors'] }
    unparse(
      table:
        | readonly (readonly (string | number)[])[]
        | { readonly fields: readonly string[]; readonly data: readonly (readonly (string | number)[])[] },
      config?: { readonly escapeFormulae?: boolean | RegExp; readonly newline?: string; readonly header?: boolean },
    ): string
  }
  export default Papa
}

/** Compiled queries as SQL text, for a database that is reached through its own tool alone (`wrangler d1 execute --file`). */
import type { CompiledQuery } from 'kysely'
import { toHex } from '../sealing/bytes.ts'

/** @throws RangeError for a value that has no literal, or when the statement holds a question mark of its own */
export function asSql(queries: readonly CompiledQuery<unknown>[]): string {
  return queries
    .map(({ sql, parameters }) => {
      const parts = sql.split('?')
      if (parts.length !== parameters.length + 1) throw new RangeError('a statement with a question mark of its own')
      return `${parts.map((part, index) => (index === 0 ? part : literal(parameters[index - 1]) + part)).join('')};\n`
    })
    .join('')
}

function literal(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (typeof value === 'string' && !value.includes('\0')) return `'${value.replaceAll("'", "''")}'`
  if (value instanceof Uint8Array) return `x'${toHex(value)}'`
  throw new RangeError('a value that cannot be written as SQL')
}

/** Kysely as a compiler only: it writes the SQL, the port runs it. */
import { type CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { StoreTables } from './schema.ts'

export const sqlFor = new Kysely<StoreTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Stands where a value will stand. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * A query that is compiled once and filled with values each time: compiling costs more than running it.
 * The builder sees slots in place of values and may only pass them on to Kysely.
 */
export function compiledOnce<Values extends object, Row>(
  build: (slots: Values) => { compile(): CompiledQuery<Row> },
): (values: Values) => CompiledQuery<Row> {
  let compiled: CompiledQuery<Row> | null = null
  const slots = new Proxy({}, { get: (_target, name) => new Slot(String(name)) }) as Values
  return (values) => {
    compiled ??= build(slots).compile()
    const parameters = compiled.parameters.map((value) => (value instanceof Slot ? values[value.name as keyof Values] : value))
    return { ...compiled, parameters }
  }
}

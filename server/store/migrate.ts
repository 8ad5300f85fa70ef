/** Numbered migrations, each applied whole or not at all. The number of the last one stands in `user_version`. */
export interface Migration {
  /** From 1, without gaps. */
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** What a driver must offer to be migrated. */
export interface Migratable {
  version(): number
  /** Runs the statements and sets the version in one transaction. */
  apply(sql: string, version: number): void
}

/** Migrations in order. @throws RangeError when a number is missing, doubled or not written as `0001-name.sql` */
export function inOrder(files: readonly { readonly name: string; readonly sql: string }[]): readonly Migration[] {
  const migrations = files
    .map(({ name, sql }) => ({ number: Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1] ?? Number.NaN), name, sql }))
    .sort((a, b) => a.number - b.number)
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) throw new RangeError('migrations must be numbered from 0001 without gaps')
  })
  return migrations
}

/**
 * The database has the newest schema; a migration that fails leaves the state before it.
 * @throws RangeError when the database is newer than this program
 */
export function migrate(database: Migratable, migrations: readonly Migration[]): void {
  const held = database.version()
  if (held > migrations.length) throw new RangeError('the database was written by a newer version')
  for (const migration of migrations.slice(held)) database.apply(migration.sql, migration.number)
}

import { readFileSync } from 'node:fs'
import { literal } from '../engine/sql.ts'

/** A query of `sql/` with its `$names` filled in, as SQL literals: days as text, which DuckDB compares as days. */
export const queryOf = (name: string, given: Readonly<Record<string, string>>): string =>
  readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8').replaceAll(/\$([a-z]+)/g, (_, parameter) =>
    literal(given[parameter] ?? null),
  )

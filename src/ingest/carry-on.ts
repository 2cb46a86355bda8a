import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'

/** Takes over what a version holds: its returned rows, reference tables, and what its checks found. */
export async function carryOn(engine: Engine, folder: string): Promise<void> {
  const from = (schema: string, table: string): string =>
    literal(join(folder, schema, `${table}.parquet`).replaceAll('\\', '/'))
  const held = await engine.rows(
    `select schema_name as s, table_name as t from duckdb_tables() where schema_name in ('returned', 'reference', 'extract', 'checks')`,
  )
  // A version made before Hearth knew a table has no file of it.
  for (const { s, t } of held)
    if (existsSync(join(folder, String(s), `${t}.parquet`)))
      await engine.run(`insert into ${s}.${t} by name select * from read_parquet(${from(String(s), String(t))})`)
}

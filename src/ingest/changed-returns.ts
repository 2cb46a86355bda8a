import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Loaded } from './load.ts'
import { fromOlderExtract } from './older-extract.ts'
import { tables } from './shape.ts'

/** What an import changed of what rules of the return read. */
export type ChangedReturns = {
  /** Whose return of which collection year came, in part or whole. */
  readonly returns: readonly { readonly authority: string; readonly year: number }[]
  /** Stems of the reference files that came. */
  readonly references: readonly string[]
}

/**
 * Checks returns by rules that this room does not know. Called once an import's rows are settled, before its version is written:
 * what it puts into the schema `checks` becomes part of the version.
 */
export type KeepChecks = (engine: Engine, changed: ChangedReturns, onStep: (words: string) => void) => Promise<void>

/** The returns of which new files stand, and the reference files beside them. An older extract replaces nothing and changes nothing. */
export async function changedBy(engine: Engine, loaded: Loaded): Promise<ChangedReturns> {
  const ids = loaded.files.map(({ id }) => id).join(', ')
  const each = tables.flatMap(table => [
    `select authority, collection_year from returned.${table} where file_id in (${ids}) and not (${fromOlderExtract(table)})`,
    `select authority, collection_year from reference.empty_file where file_id in (${ids}) and table_name = ${literal(table)}`,
  ])
  const rows = ids
    ? await engine.rows<{ authority: string; y: number }>(
        `select distinct authority, collection_year as y from (${each.join(' union all ')}) where collection_year is not null order by all`,
      )
    : []
  return {
    returns: rows.map(({ authority, y }) => ({ authority, year: y })),
    references: [...new Set(loaded.named.flatMap(({ shape }) => (shape.schema === 'reference' ? [shape.stem] : [])))],
  }
}

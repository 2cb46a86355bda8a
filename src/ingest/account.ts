import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { shapeOf } from '../model/file-shape.ts'
import { extractTables, type ReturnedTable, returnNames } from '../model/returned.ts'
import type { Records, VersionFile } from '../records/records.ts'
import type { Loaded } from './load.ts'
import type { RowCount } from './named-rows.ts'
import { tables } from './shape.ts'

/** Every row the version stands on, accounted for by file and table: used, duplicate, superseded or set aside. */
export async function accountForFiles(engine: Engine): Promise<readonly VersionFile[]> {
  const each = tables.map(
    table => `select ${literal(table)} as t, file_id, authority, collection_year, use, 1 as n from returned.${table}`,
  )
  const empty = ['empty_file', 'older_extract'].map(
    name => `select table_name, file_id, authority, collection_year, '', 0 from reference.${name}`,
  )
  const rows = await engine.rows(
    `select f.path, f.sha256, f.extract_date, r.t, r.authority, r.collection_year, sum(r.n) as n, count(*) filter (r.use = 'used') as used,
       count(*) filter (r.use = 'duplicate') as duplicate, count(*) filter (r.use = 'superseded') as superseded, count(*) filter (r.use = 'set aside') as aside
     from (${[...each, ...empty].join(' union all ')}) r join reference.file f using (file_id) group by all order by f.path, r.t, r.collection_year`,
  )
  return rows.map(row => ({
    path: String(row.path),
    sha256: String(row.sha256),
    table: returnNames[row.t as ReturnedTable],
    authority: String(row.authority),
    collectionYear: Number(row.collection_year),
    extractDate: row.extract_date as Day | null,
    rowsRead: Number(row.n),
    used: Number(row.used),
    duplicate: Number(row.duplicate),
    superseded: Number(row.superseded),
    setAside: Number(row.aside),
  }))
}

/**
 * What the version before stood on of files known by name, as far as it still stands: reference files that no new file of
 * their kind replaces (some add up), and extracts of which rows remain.
 */
export async function keptNamed(
  engine: Engine,
  records: Records,
  version: number,
  loaded: Loaded,
  counts: ReadonlyMap<number, RowCount>,
): Promise<readonly VersionFile[]> {
  const used = loaded.named.filter(({ id }) => (counts.get(id)?.used ?? 0) > 0)
  const replaced = new Set(used.flatMap(({ shape }) => (shape.time === 'whole' ? [shape.stem] : [])))
  const again = new Set(loaded.named.map(({ sha256, shape }) => `${shape.stem} ${sha256}`))
  const remaining = await remainingRows(engine, new Set(loaded.named.map(({ id }) => id)))
  return (await records.dataVersions.files(version)).flatMap((file): readonly VersionFile[] => {
    const shape = shapeOf(file.table)
    if (!shape || again.has(`${file.table} ${file.sha256}`)) return []
    if (shape.schema === 'reference') return replaced.has(shape.stem) ? [] : [file]
    const still = remaining.get(`${file.table} ${file.path}`) ?? 0
    return still > 0 || file.used === 0
      ? [{ ...file, used: still, superseded: file.superseded + file.used - still }]
      : []
  })
}

/** How many rows of extracts from earlier files still stand, by stem and path. */
async function remainingRows(engine: Engine, now: ReadonlySet<number>): Promise<ReadonlyMap<string, number>> {
  const each = extractTables().map(
    ({ stem, name }) => `select ${literal(stem)} as stem, file_id, count(*) as n from ${name} group by file_id`,
  )
  if (each.length === 0) return new Map()
  const rows = await engine.rows(
    `select stem, file_id, f.path, n from (${each.join(' union all ')}) join reference.file f using (file_id)`,
  )
  return new Map(
    rows.flatMap(({ stem, file_id, path, n }) => (now.has(Number(file_id)) ? [] : [[`${stem} ${path}`, Number(n)]])),
  )
}

export const namedFiles = (loaded: Loaded, counts: ReadonlyMap<number, RowCount>): readonly VersionFile[] =>
  loaded.named.map(({ id, path, sha256, shape, layout, rowsRead, authority, extractDate }) => {
    const { used, duplicate, setAside, superseded = 0 } = counts.get(id) ?? { used: 0, duplicate: 0, setAside: 0 }
    return {
      path,
      sha256,
      table: shape.stem,
      authority,
      collectionYear: null,
      extractDate,
      // A row of another layout may give several of ours, or none: those it gave are counted.
      rowsRead: layout ? used + duplicate + setAside + superseded : rowsRead,
      used,
      duplicate,
      superseded,
      setAside,
    }
  })

import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { type ReturnedTable, returnNames } from '../model/returned.ts'
import type { Records, VersionFile } from '../records/records.ts'
import type { Loaded } from './load.ts'
import { referenceShapes } from './reference-shape.ts'
import type { ReferenceCount } from './references.ts'
import { tables } from './shape.ts'

/** Every row the version stands on, accounted for by file and table: used, duplicate, superseded or set aside. */
export async function accountForFiles(engine: Engine): Promise<readonly VersionFile[]> {
  const each = tables.map(
    table => `select ${literal(table)} as t, file_id, authority, collection_year, use, 1 as n from returned.${table}`,
  )
  const empty = "select table_name, file_id, authority, collection_year, '', 0 from reference.empty_file"

  const rows = await engine.rows(
    `select f.path, f.sha256, f.extract_date, r.t, r.authority, r.collection_year, sum(r.n) as n, count(*) filter (r.use = 'used') as used,
       count(*) filter (r.use = 'duplicate') as duplicate, count(*) filter (r.use = 'superseded') as superseded, count(*) filter (r.use = 'set aside') as aside
     from (${[...each, empty].join(' union all ')}) r join reference.file f using (file_id) group by all order by f.path, r.t, r.collection_year`,
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

/** The reference files of the version before that no new file of the same kind replaces; benchmarks add up. */
export async function keptReferences(
  records: Records,
  version: number,
  loaded: Loaded,
  counts: ReadonlyMap<string, ReferenceCount>,
): Promise<readonly VersionFile[]> {
  const used = loaded.references.filter(({ path }) => (counts.get(path)?.used ?? 0) > 0)
  const replaced = new Set<string>(used.map(({ stem }) => stem).filter(stem => stem !== 'benchmarks'))
  const files = await records.dataVersions.files(version)
  const again = new Set(loaded.references.map(({ sha256 }) => sha256))
  return files.filter(({ table, sha256 }) => table in referenceShapes && !replaced.has(table) && !again.has(sha256))
}

export const referenceFiles = (loaded: Loaded, counts: ReadonlyMap<string, ReferenceCount>): readonly VersionFile[] =>
  loaded.references.map(({ path, sha256, stem, rowsRead }) => ({
    path,
    sha256,
    table: stem,
    authority: null,
    collectionYear: null,
    extractDate: null,
    rowsRead,
    used: counts.get(path)?.used ?? 0,
    duplicate: counts.get(path)?.duplicate ?? 0,
    superseded: 0,
    setAside: counts.get(path)?.setAside ?? 0,
  }))

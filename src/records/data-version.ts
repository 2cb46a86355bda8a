import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type { Day } from '../kit/day.ts'
import { type Annotation, replaceAnnotations } from './annotation.ts'
import type { Json, Schema } from './schema.ts'
import { settings } from './setting.ts'
import { replaceTargets, type Target } from './target.ts'

/** A file a version stands on, once for each table it fed. The four kinds of row add up to those read. */
export type VersionFile = {
  /** As shown to people. */
  readonly path: string
  readonly sha256: string
  readonly table: string
  readonly authority: string | null
  /** The year in which the collection ends: 2026 for 2025/26. */
  readonly collectionYear: number | null
  readonly extractDate: Day | null
  readonly rowsRead: number
  readonly used: number
  readonly duplicate: number
  readonly superseded: number
  readonly setAside: number
}

/** Something the import noticed. `count` is how often; the place is of the first. */
export type Finding = {
  readonly severity: 'error' | 'warning' | 'tolerated'
  readonly code: string
  readonly file: string | null
  readonly line: number | null
  readonly column: string | null
  readonly found: string | null
  readonly why: string
  readonly fix: string
  readonly table: string | null
  readonly count: number
}

/** A data version as committed: whole, numbered, never edited. */
export type DataVersion = {
  readonly number: number
  /** An instant, as `2026-11-09T09:30:00.000Z`. */
  readonly madeAt: string
  readonly madeBy: string
  /** Started from nothing, rather than from what was current. */
  readonly fresh: boolean
  readonly extractDate: Day | null
  /** Anything else that whoever makes versions wants to keep with them. */
  readonly details: Json
  /** What is known of the whole installation from this version on: set with it, or not at all. */
  readonly settings?: Readonly<Record<string, Json>>
  readonly files: readonly VersionFile[]
  readonly findings: readonly Finding[]
}

/** A version without its files and findings, which can be long. */
export type VersionHead = Omit<DataVersion, 'files' | 'findings' | 'settings'> & {
  readonly current: boolean
  readonly submittedOn: Day | null
}

/** Targets to be put in the place of all there were; `source` is the file, as shown to people. */
export type NewTargets = { readonly rows: readonly Target[]; readonly source: string }

/** Annotations to be put in the place of all there were. */
export type NewAnnotations = { readonly rows: readonly Annotation[]; readonly source: string }

export type DataVersions = {
  /** The number for the next version. Ask under the import lock; the commit refuses a number already taken. */
  readonly next: () => Promise<number>
  /** One transaction: the version, its files, its findings, it is current, and the targets and annotations that came with it. All or nothing. */
  readonly commit: (version: DataVersion, targets?: NewTargets, annotations?: NewAnnotations) => Promise<void>
  readonly current: () => Promise<VersionHead | null>
  /** Newest first. */
  readonly list: () => Promise<readonly VersionHead[]>
  readonly get: (number: number) => Promise<VersionHead | null>
  readonly files: (number: number) => Promise<readonly VersionFile[]>
  /** In the order they were committed. */
  readonly findings: (
    number: number,
    options?: { readonly limit?: number; readonly severity?: Finding['severity'] },
  ) => Promise<readonly Finding[]>
  /** Marks a version as the one submitted to the Department. False where there is no such version. */
  readonly markSubmitted: (number: number, on: Day) => Promise<boolean>
  /** For each of the sums that some version stands on, those versions, oldest first. */
  readonly bySha: (sums: readonly string[]) => Promise<ReadonlyMap<string, readonly number[]>>
}

/** Rows in one insert: well under the parameters that SQLite (32,766) and PostgreSQL (65,535) allow. */
const BATCH = 1_000

const batches = <T>(rows: readonly T[]): readonly T[][] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) => rows.slice(i * BATCH, (i + 1) * BATCH))

const fileRow = (version: number, file: VersionFile, ordinal: number): Insertable<Schema['version_file']> => ({
  version,
  ordinal,
  path: file.path,
  sha256: file.sha256,
  table_name: file.table,
  authority: file.authority,
  collection_year: file.collectionYear,
  extract_date: file.extractDate,
  rows_read: file.rowsRead,
  used: file.used,
  duplicate: file.duplicate,
  superseded: file.superseded,
  set_aside: file.setAside,
})

const fileOf = (row: Selectable<Schema['version_file']>): VersionFile => ({
  path: row.path,
  sha256: row.sha256,
  table: row.table_name,
  authority: row.authority,
  collectionYear: row.collection_year,
  extractDate: row.extract_date as Day | null,
  rowsRead: row.rows_read,
  used: row.used,
  duplicate: row.duplicate,
  superseded: row.superseded,
  setAside: row.set_aside,
})

const findingRow = (version: number, finding: Finding, ordinal: number): Insertable<Schema['finding']> => ({
  version,
  ordinal,
  severity: finding.severity,
  code: finding.code,
  file: finding.file,
  line: finding.line,
  column_name: finding.column,
  found: finding.found,
  why: finding.why,
  fix: finding.fix,
  table_name: finding.table,
  occurrences: finding.count,
})

const findingOf = (row: Selectable<Schema['finding']>): Finding => ({
  severity: row.severity,
  code: row.code,
  file: row.file,
  line: row.line,
  column: row.column_name,
  found: row.found,
  why: row.why,
  fix: row.fix,
  table: row.table_name,
  count: row.occurrences,
})

async function insertVersion(transaction: Transaction<Schema>, version: DataVersion): Promise<void> {
  const { number } = version
  await transaction
    .insertInto('data_version')
    .values({
      number,
      made_at: version.madeAt,
      made_by: version.madeBy,
      fresh: version.fresh ? 1 : 0,
      extract_date: version.extractDate,
      details: JSON.stringify(version.details),
      submitted_on: null,
    })
    .execute()
  for (const rows of batches(version.files.map((file, i) => fileRow(number, file, i))))
    await transaction.insertInto('version_file').values(rows).execute()
  for (const rows of batches(version.findings.map((finding, i) => findingRow(number, finding, i))))
    await transaction.insertInto('finding').values(rows).execute()
  for (const [name, value] of Object.entries(version.settings ?? {}))
    await settings(transaction).set(name, value, version.madeBy)
  await transaction
    .insertInto('current_version')
    .values({ only_row: 1, number })
    .onConflict(conflict => conflict.column('only_row').doUpdateSet({ number }))
    .execute()
}

export function dataVersions(db: Kysely<Schema>): DataVersions {
  const heads = () =>
    db
      .selectFrom('data_version')
      .leftJoin('current_version', 'current_version.number', 'data_version.number')
      .selectAll('data_version')
      .select('current_version.only_row as is_current')
  const headOf = (row: Selectable<Schema['data_version']> & { is_current: number | null }): VersionHead => ({
    number: row.number,
    madeAt: row.made_at,
    madeBy: row.made_by,
    fresh: row.fresh === 1,
    extractDate: row.extract_date as Day | null,
    details: JSON.parse(row.details) as Json,
    current: row.is_current !== null,
    submittedOn: row.submitted_on as Day | null,
  })

  return {
    next: async () => {
      const row = await db
        .selectFrom('data_version')
        .select(e => e.fn.max('number').as('last'))
        .executeTakeFirst()
      return (row?.last ?? 0) + 1
    },
    commit: (version, targets, annotations) =>
      db.transaction().execute(async transaction => {
        await insertVersion(transaction, version)
        if (targets) await replaceTargets(transaction, targets.rows, targets.source)
        if (annotations) await replaceAnnotations(transaction, annotations.rows, annotations.source)
      }),
    current: async () => {
      const row = await heads().where('current_version.only_row', '=', 1).executeTakeFirst()
      return row ? headOf(row) : null
    },
    list: async () => (await heads().orderBy('data_version.number', 'desc').execute()).map(headOf),
    get: async number => {
      const row = await heads().where('data_version.number', '=', number).executeTakeFirst()
      return row ? headOf(row) : null
    },
    files: async number =>
      (await db.selectFrom('version_file').selectAll().where('version', '=', number).orderBy('ordinal').execute()).map(
        fileOf,
      ),
    findings: async (number, { limit, severity } = {}) => {
      let query = db.selectFrom('finding').selectAll().where('version', '=', number).orderBy('ordinal')
      if (severity !== undefined) query = query.where('severity', '=', severity)
      if (limit !== undefined) query = query.limit(limit)
      return (await query.execute()).map(findingOf)
    },
    markSubmitted: async (number, on) => {
      const result = await db
        .updateTable('data_version')
        .set({ submitted_on: on })
        .where('number', '=', number)
        .executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
    bySha: async sums => {
      const found = new Map<string, number[]>()
      for (const batch of batches([...new Set(sums)])) {
        const rows = await db
          .selectFrom('version_file')
          .select(['sha256', 'version'])
          .distinct()
          .where('sha256', 'in', batch)
          .orderBy('version')
          .execute()
        for (const row of rows) found.set(row.sha256, [...(found.get(row.sha256) ?? []), row.version])
      }
      return found
    },
  }
}

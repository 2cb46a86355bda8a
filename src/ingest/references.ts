import type { Engine } from '../engine/engine.ts'
import type { FileShape } from '../model/file-shape.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import { type LoadedNamed, type RowCount, readNamedRows } from './named-rows.ts'
import { isPublished, loadPublished } from './published.ts'
import { matchPublished } from './published-match.ts'
import { resolveAreas } from './resolve-areas.ts'

/** A decision file's rows, for whoever keeps decisions. */
export type TargetRows = {
  readonly path: string
  readonly rows: readonly { readonly line: number; readonly cells: ReadonlyMap<string, string> }[]
}

/**
 * Puts reference files into `reference.*`: each kind replaces the earlier one whole, or adds and replaces by key. Files of
 * which no row can be used replace nothing: an empty picture is more likely a failed query (local-extracts.md 1.5).
 */
export async function loadReferences(
  engine: Engine,
  files: readonly LoadedNamed[],
): Promise<{
  readonly targets: readonly TargetRows[]
  readonly annotations: readonly TargetRows[]
  readonly findings: readonly Finding[]
  readonly counts: ReadonlyMap<number, RowCount>
}> {
  const findings: Finding[] = []
  const targets: TargetRows[] = []
  const annotations: TargetRows[] = []
  const counts = new Map<number, RowCount>()
  for (const [shape, own] of Map.groupBy(
    files.filter(file => !isPublished(file)),
    file => file.shape,
  )) {
    if (shape.table !== null) {
      findings.push(...(await loadOne(engine, shape, shape.table, own, counts)))
      continue
    }
    for (const file of own) {
      const rows = await targetRows(file)
      const decisions = shape.stem === 'annotations' ? annotations : targets
      decisions.push({ path: file.path, rows })
      counts.set(file.id, { used: rows.length, duplicate: 0, setAside: 0 })
    }
  }
  const published = files.filter(isPublished)
  for (const file of published) {
    const loaded = await loadPublished(engine, file)
    counts.set(file.id, loaded.count)
    findings.push(...loaded.findings)
    if (loaded.count.used === 0) findings.push(nothingUsable(file))
  }
  const stems = new Set(files.map(({ shape }) => shape.stem))
  findings.push(...(await resolveAreas(engine, stems)))
  if (published.length > 0 || ['areas', 'ees_map'].some(stem => stems.has(stem)))
    findings.push(...(await matchPublished(engine, published)))
  return { targets, annotations, findings, counts }
}

async function targetRows(file: LoadedNamed): Promise<TargetRows['rows']> {
  const rows = []
  for await (const batch of file.batches())
    for (const { line, cells } of batch)
      rows.push({
        line,
        cells: new Map(file.columns.flatMap((column, i) => (column ? [[column, cells[i] ?? '']] : []))),
      })
  return rows
}

/** The rows of `named_row` of which a later one has the same key, taken out: the last stands. Gives how many, by file. */
export async function keepLast(engine: Engine, key: readonly string[]): Promise<ReadonlyMap<number, number>> {
  const same = key.map(name => `coalesce("${name}"::varchar, '')`).join(', ')
  const later = `select n from (select n, row_number() over (partition by ${same} order by n desc) as i from named_row) where i > 1`
  const rows = await engine.rows(`select file_id, count(*) as n from named_row where n in (${later}) group by file_id`)
  if (rows.length) await engine.run(`delete from named_row where n in (${later})`)
  return new Map(rows.map(({ file_id, n }) => [Number(file_id), Number(n)]))
}

/** How many rows of `named_row` each file has. */
export async function rowsByFile(engine: Engine): Promise<ReadonlyMap<number, number>> {
  const rows = await engine.rows('select file_id, count(*) as n from named_row group by file_id')
  return new Map(rows.map(({ file_id, n }) => [Number(file_id), Number(n)]))
}

export const rowTwice = (file: LoadedNamed, count: number): Finding =>
  finding({
    severity: 'warning',
    code: 'row-twice',
    file: file.path,
    table: file.shape.stem,
    count,
    why: 'Rows have the same key as a later row: the later one stands.',
    fix: 'Keep the right one.',
  })

export const nothingUsable = (file: LoadedNamed): Finding =>
  finding({
    severity: 'error',
    code: 'file-empty',
    file: file.path,
    table: file.shape.stem,
    why: 'No row of the file can be used. What there was of its kind before, if anything, still stands.',
    fix: 'Check the file and import it again.',
  })

/** Which rows files of one kind replace: all, unless every one is as others publish it and says less. */
function alike(files: readonly LoadedNamed[]): string {
  const own = files.map(({ layout }) => (layout?.kind === 'rows' ? layout.replaces : null))
  const [first] = own
  if (!first || own.some(columns => columns === null)) return ''
  const same = first.map(name => `coalesce("${name}"::varchar, '')`).join(', ')
  return ` where (${same}) in (select ${same} from named_row)`
}

async function loadOne(
  engine: Engine,
  shape: FileShape,
  table: string,
  files: readonly LoadedNamed[],
  counts: Map<number, RowCount>,
): Promise<readonly Finding[]> {
  const read = await readNamedRows(engine, shape, files)
  const findings = [...read.findings]
  const twice = await keepLast(engine, shape.key)
  const held = await rowsByFile(engine)
  for (const file of files) {
    const count = {
      used: held.get(file.id) ?? 0,
      duplicate: twice.get(file.id) ?? 0,
      setAside: read.setAside.get(file.id) ?? 0,
    }
    counts.set(file.id, count)
    if (count.duplicate > 0) findings.push(rowTwice(file, count.duplicate))
    if (count.used + count.duplicate === 0) findings.push(nothingUsable(file))
  }
  if (held.size > 0) {
    const same = shape.key.map(name => `coalesce("${name}"::varchar, '')`).join(', ')
    const replaced = shape.time === 'whole' ? alike(files) : ` where (${same}) in (select ${same} from named_row)`
    await engine.run(
      `delete from reference.${table}${replaced}; insert into reference.${table} by name select * exclude (n, file_id, line) from named_row`,
    )
  }
  await engine.run('drop table named_row')
  return findings
}

import type { Engine } from '../engine/engine.ts'
import { literal, values } from '../engine/sql.ts'
import { addDays, addMonths, type Day, sayDay } from '../kit/day.ts'
import { type FileShape, lastSpokenSql } from '../model/file-shape.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import { type LoadedNamed, type RowCount, readNamedRows } from './named-rows.ts'
import { keepLast, nothingUsable, rowsByFile, rowTwice } from './references.ts'

/** Where and when each file is of. */
type Placed = LoadedNamed & { readonly authority: string; readonly upTo: Day; readonly said: Day | null }

/**
 * Puts extracts into `extract.*` (local-extracts.md 1.4): a file of events replaces all earlier rows of its kind and council;
 * a picture replaces the one of its day. Says in `reference.return_held` which days each then speaks for.
 */
export async function loadExtracts(
  engine: Engine,
  files: readonly LoadedNamed[],
  council: string,
  extractDate: Day | null,
  today: Day,
): Promise<{ readonly findings: readonly Finding[]; readonly counts: ReadonlyMap<number, RowCount> }> {
  const findings: Finding[] = []
  const counts = new Map<number, RowCount>()
  for (const [shape, own] of Map.groupBy(files, file => file.shape))
    findings.push(...(await loadShape(engine, shape, own, council, extractDate, today, counts)))
  return { findings, counts }
}

async function loadShape(
  engine: Engine,
  shape: FileShape,
  files: readonly LoadedNamed[],
  council: string,
  extractDate: Day | null,
  today: Day,
  counts: Map<number, RowCount>,
): Promise<readonly Finding[]> {
  const read = await readNamedRows(engine, shape, files)
  const findings = [...read.findings]
  const guessed = await lastDays(engine, shape, today)
  const placed = files.map((file): Placed => {
    const given = file.extractDate ?? extractDate
    const upTo = given ?? guessed.get(file.id) ?? today
    if (given === null && needsDate(shape)) findings.push(dateGuessed(file, upTo))
    return { ...file, authority: file.authority ?? council, upTo, said: given }
  })
  await engine.run(
    `create or replace temp table named_file as select file_id, authority, extract_date::date as extract_date, said::date as said from (values ${values(placed.map(({ id, authority, upTo, said }) => [id, authority, upTo, said]))}) t(file_id, authority, extract_date, said)`,
  )
  const older = await leaveOutOlder(engine, shape)
  const late = await leaveOutLater(engine, shape)
  const twice = await keepLastOfCouncil(engine, shape)
  const held = await rowsByFile(engine)
  for (const file of placed) {
    const count = {
      used: held.get(file.id) ?? 0,
      duplicate: twice.get(file.id) ?? 0,
      setAside: (read.setAside.get(file.id) ?? 0) + (late.get(file.id) ?? 0),
      superseded: older.get(file.id)?.rows ?? 0,
    }
    counts.set(file.id, count)
    if (count.duplicate > 0) findings.push(rowTwice(file, count.duplicate))
    const later = late.get(file.id) ?? 0
    if (later > 0) findings.push(afterExtract(file, later))
    const before = older.get(file.id)
    if (before) findings.push(olderExtract(file, before.rows, before.newest))
    else if (count.used === 0 && (shape.time === 'snapshot' || file.rowsRead > 0)) findings.push(nothingUsable(file))
  }
  const standing = placed.filter(({ id }) => shape.time !== 'event' || !older.has(id))
  if (standing.length) await store(engine, shape, standing)
  await engine.run('drop table named_row; drop table named_file')
  return findings
}

/** Whether a file of the kind must say up to which day it is complete: a picture has its own day, prices speak for any. */
const needsDate = ({ time, asAt }: FileShape): boolean => time === 'event' || (time === 'snapshot' && asAt === null)

/** The last day of any event of each file, as far as it has passed: what a file that does not say surely reaches. */
async function lastDays(engine: Engine, shape: FileShape, today: Day): Promise<ReadonlyMap<number, Day>> {
  const days = Object.entries(shape.columns).flatMap(([name, { kind }]) => (kind === 'day' ? [`"${name}"`] : []))
  if (days.length === 0) return new Map()
  const rows = await engine.rows(
    `select file_id, max(d) as d from (select file_id, unnest([${days.join(', ')}]) as d from named_row) where d <= date ${literal(today)} group by file_id`,
  )
  return new Map(rows.flatMap(({ file_id, d }) => (d === null ? [] : [[Number(file_id), d as Day]])))
}

/**
 * Takes out what an older extract says of days of which a newer one, loaded before, speaks: all of a file of events, which the
 * newer one tells whole, and of pictures those of a day that the newer one has too. A file that does not say its day is never
 * older. Gives the rows taken out and the newer day, by file.
 */
async function leaveOutOlder(
  engine: Engine,
  shape: FileShape,
): Promise<ReadonlyMap<number, { readonly rows: number; readonly newest: Day }>> {
  const whole = `select f.file_id, null as n, max(h.last_day) as newest from named_file f
    join reference.return_held h on h.authority = f.authority and h.source = ${literal(shape.stem)} where f.said < h.last_day group by f.file_id`
  const pictures = `select r.file_id, r.n, max(d.extract_date) as newest from named_row r join named_file f using (file_id)
    join extract.${shape.table} x on x.authority = f.authority and x."${shape.asAt}" = r."${shape.asAt}"
    join reference.file d on d.file_id = x.file_id where f.said < d.extract_date group by r.file_id, r.n`
  const asked = shape.time === 'event' ? whole : shape.time === 'snapshot' && shape.asAt !== null ? pictures : null
  if (asked === null) return new Map()
  await engine.run(`create or replace temp table older as ${asked}`)
  const meets = 'r.file_id = o.file_id and (o.n is null or o.n = r.n)'
  const found = await engine.rows(
    `select o.file_id, count(r.n) as rows, max(o.newest) as newest from older o left join named_row r on ${meets} group by o.file_id`,
  )
  await engine.run(`delete from named_row r using older o where ${meets}`)
  if (shape.time === 'event') await engine.run('delete from named_file where file_id in (select file_id from older)')
  await engine.run('drop table older')
  return new Map(
    found.map(({ file_id, rows, newest }) => [Number(file_id), { rows: Number(rows), newest: newest as Day }]),
  )
}

/** Events after the extract date are left out: planned days have columns of their own. Gives how many, by file. */
async function leaveOutLater(engine: Engine, shape: FileShape): Promise<ReadonlyMap<number, number>> {
  const day = shape.happened
  if (day === null) return new Map()
  const later = `select n from named_row join named_file using (file_id) where "${day}" > extract_date`
  const rows = await engine.rows(`select file_id, count(*) as n from named_row where n in (${later}) group by file_id`)
  if (rows.length) await engine.run(`delete from named_row where n in (${later})`)
  return new Map(rows.map(({ file_id, n }) => [Number(file_id), Number(n)]))
}

/** Of rows of one council with one key the last stands. */
async function keepLastOfCouncil(engine: Engine, shape: FileShape): Promise<ReadonlyMap<number, number>> {
  const day = shape.time === 'snapshot' && shape.asAt === null ? ', extract_date as as_at' : ''
  await engine.run(
    // Of two extracts that come together the later has the last word, whatever its file is called.
    `create or replace temp table named_row as select r.* replace (row_number() over (order by extract_date, n) as n), authority, extract_date${day} from named_row r join named_file using (file_id)`,
  )
  if (shape.key.length === 0) return new Map()
  return keepLast(engine, ['authority', ...shape.key])
}

/** Replaces what the files replace, and says which days the kind now speaks for. */
async function store(engine: Engine, shape: FileShape, files: readonly Placed[]): Promise<void> {
  const table = `extract.${shape.table}`
  const asAt = shape.asAt ?? 'as_at'
  const same = ['authority', ...shape.key].map(name => `coalesce("${name}"::varchar, '')`).join(', ')
  const replaced = {
    snapshot: `(authority, "${asAt}") in (select authority, "${asAt}" from named_row)`,
    merge: `(${same}) in (select ${same} from named_row)`,
    event: 'authority in (select authority from named_file)',
    whole: 'authority in (select authority from named_file)',
  }[shape.time]
  await engine.run(`delete from ${table} where ${replaced}`)
  await engine.run(`insert into ${table} by name select * exclude (n) from named_row`)
  await engine.run(`delete from reference.return_held where source = ${literal(shape.stem)}
    and authority in (select authority from named_file)`)
  await engine.run(`insert into reference.return_held ${heldSql(shape, files)}`)
}

/** The days that a kind of file speaks for, as rows of `reference.return_held`. */
function heldSql(shape: FileShape, files: readonly Placed[]): string {
  const [stem, table] = [literal(shape.stem), `extract.${shape.table}`]
  if (shape.time === 'snapshot') {
    const asAt = shape.asAt ?? 'as_at'
    return `select authority, ${stem}, null, "${asAt}", ${lastSpokenSql(shape, `"${asAt}"`)} from ${table}
      where authority in (select authority from named_file) group by all`
  }
  if (shape.time !== 'event')
    return `select distinct authority, ${stem}, null::integer, date '1900-01-01', date '2199-12-31' from named_file`
  const { wholeFrom } = shape
  const begun = wholeFrom
    ? `min("${wholeFrom.column}") filter (${Object.entries(wholeFrom.unless)
        .map(([name, code]) => `"${name}" is distinct from ${literal(code)}`)
        .join(' and ')})`
    : `min("${shape.happened}")`
  const first =
    shape.happened && !shape.limited
      ? `(select authority, ${begun} as first from ${table} group by authority)`
      : '(select null::varchar as authority, null::date as first where false)'
  const reach = [...Map.groupBy(files, ({ authority }) => authority)].map(([authority, own]) => {
    // What all parts reach: the earliest of their extract dates.
    const upTo = own.map(file => file.upTo).sort()[0] as Day
    const since = addDays(addMonths(upTo, -shape.months), 1)
    const earliest = shape.mostMonths === null ? '1800-01-01' : addDays(addMonths(upTo, -shape.mostMonths), 1)
    return [authority, upTo, since, earliest] as const
  })
  return `select f.authority, ${stem}, null, greatest(least(f.since::date, t.first), f.earliest::date), f.up_to::date
    from (values ${values(reach)}) f(authority, up_to, since, earliest) left join ${first} t using (authority)`
}

const dateGuessed = (file: LoadedNamed, upTo: Day): Finding =>
  finding({
    severity: 'warning',
    code: 'extract-date-guessed',
    file: file.path,
    table: file.shape.stem,
    found: upTo,
    why: 'The file does not say up to which day it is complete; the last day in it was taken.',
    fix: 'Import again with --extract-date, or put the date in the file’s name: visits_2026-10-31.csv.',
  })

const olderExtract = (file: LoadedNamed, count: number, newest: Day): Finding =>
  finding({
    severity: 'warning',
    code: 'older-extract',
    file: file.path,
    table: file.shape.stem,
    count: Math.max(1, count),
    why: `The file is older than the extract of ${sayDay(newest)} that is held and speaks for the same days: its rows for them were not used.`,
    fix: 'Nothing, if the later extract is the right one; otherwise import the right files with --fresh.',
  })

const afterExtract = (file: LoadedNamed, count: number): Finding =>
  finding({
    severity: 'warning',
    code: 'after-extract-date',
    file: file.path,
    table: file.shape.stem,
    column: file.shape.happened,
    count,
    why: 'The day is after the extract date: the rows were left out.',
    fix: 'Check the day; planned days have columns of their own.',
  })

import type { Engine } from '../engine/engine.ts'
import { parseDay } from '../kit/day.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import type { LoadedReference } from './load.ts'
import { columnsOf, referenceShapes } from './reference-shape.ts'

/** Of one file so many faults are kept by line; the rest are counted. */
const KEPT = 100

/** A decision file's rows, for whoever keeps decisions. */
export type TargetRows = {
  readonly path: string
  readonly rows: readonly { readonly line: number; readonly cells: ReadonlyMap<string, string> }[]
}

/** DfE's symbols for a figure that is not a number, and what older files wrote for them (local-extracts.md 4.5). */
const symbols: Readonly<Record<string, string>> = {
  c: 'c',
  z: 'z',
  x: 'x',
  k: 'k',
  low: 'k',
  u: 'u',
  ':': 'x',
  '~': 'x',
  '..': 'x',
}

/** What makes two rows of a reference table the same (local-extracts.md section 4): the later one stands. */
const keys: Readonly<Record<string, readonly string[]>> = {
  postcode: ['postcode'],
  population: ['area_code', 'area_type', 'year', 'population_type', 'ethnic_group', 'age_from', 'age_to'],
  area: ['area_code'],
  ward: ['ward_code', 'imd_edition'],
  benchmark: ['indicator', 'breakdown', 'comparator', 'area_code', 'period', 'release'],
  stat_neighbour: ['model', 'area_code', 'rank'],
  bank_holiday: ['date'],
}

/** What became of a reference file's rows; they add up. */
export type ReferenceCount = { readonly used: number; readonly duplicate: number; readonly setAside: number }

/**
 * Puts reference files into `reference.*`: each replaces the earlier one whole, but benchmarks add and replace by key. Files of
 * which no row can be used replace nothing: an empty picture is more likely a failed query (local-extracts.md 1.5).
 */
export async function loadReferences(
  engine: Engine,
  files: readonly LoadedReference[],
): Promise<{
  readonly targets: readonly TargetRows[]
  readonly findings: readonly Finding[]
  readonly counts: ReadonlyMap<string, ReferenceCount>
}> {
  const findings: Finding[] = []
  const targets: TargetRows[] = []
  const counts = new Map<string, ReferenceCount>()
  const emptied = new Set<string>()
  for (const file of files) {
    const { table } = referenceShapes[file.stem]
    if (table === null) {
      const rows = await targetRows(file)
      targets.push({ path: file.path, rows })
      counts.set(file.path, { used: rows.length, duplicate: 0, setAside: 0 })
      continue
    }
    const whole = table !== 'benchmark' && !emptied.has(table)
    const count = await loadOne(engine, file, table, whole, findings)
    if (count.used > 0) emptied.add(table)
    counts.set(file.path, count)
  }
  return { targets, findings, counts }
}

async function targetRows(file: LoadedReference): Promise<TargetRows['rows']> {
  const rows = []
  for await (const batch of file.batches())
    for (const { line, cells } of batch)
      rows.push({
        line,
        cells: new Map(file.columns.flatMap((column, i) => (column ? [[column, cells[i] ?? '']] : []))),
      })
  return rows
}

async function loadOne(
  engine: Engine,
  file: LoadedReference,
  table: string,
  whole: boolean,
  findings: Finding[],
): Promise<ReferenceCount> {
  const columns = await engine.columns(`select * from reference.${table}`)
  const names = columns.map(({ name }) => name)
  await engine.run(
    `create or replace temp table reference_text (n integer, ${names.map(name => `${name} varchar`).join(', ')})`,
  )
  const appender = await engine.appender('reference_text')
  let [read, setAside] = [0, 0]
  for await (const batch of file.batches())
    for (const { line, cells } of batch) {
      read++
      const row = readRow(file, cells)
      if ('values' in row) {
        appender.append([read, ...names.map(name => row.values[name] ?? null)])
        continue
      }
      setAside++
      if (setAside <= KEPT)
        findings.push(
          finding({
            severity: row.found === NO_AREA ? 'tolerated' : 'error',
            code: 'reference-row',
            file: file.path,
            line,
            column: row.column,
            found: row.found,
            table: file.stem,
            why: `${row.fault} The row was set aside.`,
            fix: row.found === NO_AREA ? 'Nothing.' : 'Mend the cell and import the file again.',
          }),
        )
    }
  appender.close()
  if (setAside > KEPT)
    findings.push(
      finding({
        severity: 'error',
        code: 'reference-row',
        file: file.path,
        table: file.stem,
        count: setAside - KEPT,
        why: 'More rows of the file were set aside for such reasons.',
        fix: 'Mend the rows named first, then import the file again.',
      }),
    )
  const key = (keys[table] ?? names).map(name => {
    const type = columns.find(column => column.name === name)?.type ?? 'VARCHAR'
    return `coalesce(${name}::${type}::varchar, '')`
  })
  const stands = `select * from reference_text qualify row_number() over (partition by ${key.join(', ')} order by n desc) = 1`
  await engine.run(
    `create or replace temp table reference_row as select ${columns
      .map(({ name, type }) => `${name}::${type} as ${name}`)
      .join(', ')} from (${stands})`,
  )
  const used = Number((await engine.row('select count(*) as n from reference_row'))?.n ?? 0)
  const replaced = whole ? '' : ` where (${key.join(', ')}) in (select ${key.join(', ')} from reference_row)`
  if (used > 0)
    await engine.run(
      `delete from reference.${table}${replaced}; insert into reference.${table} by name select * from reference_row`,
    )
  else
    findings.push(
      finding({
        severity: 'error',
        code: 'reference-file-empty',
        file: file.path,
        table: file.stem,
        why: 'No row of the file can be used. What there was of its kind before, if anything, still stands.',
        fix: 'Check the file and import it again.',
      }),
    )
  await engine.run('drop table reference_row; drop table reference_text')
  const duplicate = read - setAside - used
  if (duplicate > 0)
    findings.push(
      finding({
        severity: 'warning',
        code: 'reference-row-twice',
        file: file.path,
        table: file.stem,
        count: duplicate,
        why: 'Rows have the same key as a later row of the file: the later one stands.',
        fix: 'Keep the right one.',
      }),
    )
  return { used, duplicate, setAside }
}

/** In the short form of population: the area did not exist (local-extracts.md 4.1). */
const NO_AREA = 'x'

type ReadRow =
  | { readonly values: Readonly<Record<string, string | null>> }
  | { readonly fault: string; readonly column: string; readonly found: string }

/** One row by column. A mandatory cell that is blank or not of its type sets the row aside. */
function readRow(file: LoadedReference, cells: readonly string[]): ReadRow {
  const cell = (name: string): string => (cells[file.columns.indexOf(name)] ?? '').trim()
  if (file.stem === 'population' && file.columns.includes('pop_0_17')) {
    const persons = cell('pop_0_17').replaceAll(',', '')
    if (persons === NO_AREA) return { fault: 'There was no such area that year.', column: 'pop_0_17', found: persons }
    if (!/^\d+$/.test(persons))
      return { fault: 'The population is not a whole number.', column: 'pop_0_17', found: persons }
    return {
      values: {
        area_code: cell('area_code'),
        area_type: 'la',
        year: cell('year'),
        population_type: 'resident',
        ethnic_group: 'all',
        age_from: '0',
        age_to: '17',
        persons,
      },
    }
  }
  const read: Record<string, string | null> = {}
  for (const [name, { type, required }] of Object.entries(columnsOf(file.stem))) {
    const text = cell(name)
    const value = text === '' ? null : readCell(type, text)
    if (value === undefined)
      return { fault: `This is not ${type === 'date' ? 'a day' : 'a number'}.`, column: name, found: text }
    if (value === null && required) return { fault: 'This cell may not be blank.', column: name, found: text }
    if (name === 'value' && value === null && text !== '') read.symbol = symbols[text.toLowerCase()] ?? null
    read[name] = value
  }
  return { values: read }
}

/** A cell's value as text for the database; null where a symbol stands for no number; undefined where it is not of the type. */
function readCell(type: 'text' | 'integer' | 'number' | 'date' | 'postcode', text: string): string | null | undefined {
  if (type === 'text') return text
  if (type === 'postcode') return text.replaceAll(' ', '').toUpperCase()
  if (type === 'date') return parseDay(text) ?? undefined
  const plain = text.replaceAll(/[, £%]/g, '')
  if (type === 'number' && text.toLowerCase() in symbols) return null
  return plain !== '' && Number.isFinite(Number(plain))
    ? String(type === 'integer' ? Math.round(Number(plain)) : Number(plain))
    : undefined
}

import type { Engine } from '../engine/engine.ts'
import { parseDay } from '../kit/day.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import type { LoadedReference } from './load.ts'
import { columnsOf, referenceShapes } from './reference-shape.ts'

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

/** Puts reference files into `reference.*`: each replaces the earlier one whole, but benchmarks add and replace by key. */
export async function loadReferences(
  engine: Engine,
  files: readonly LoadedReference[],
): Promise<{
  readonly targets: readonly TargetRows[]
  readonly findings: readonly Finding[]
  readonly counts: ReadonlyMap<string, { readonly used: number; readonly setAside: number }>
}> {
  const findings: Finding[] = []
  const targets: TargetRows[] = []
  const counts = new Map<string, { used: number; setAside: number }>()
  const emptied = new Set<string>()
  for (const file of files) {
    const { table } = referenceShapes[file.stem]
    if (table === null) {
      targets.push({
        path: file.path,
        rows: file.rows.map(({ line, cells }) => ({
          line,
          cells: new Map(file.columns.flatMap((column, i) => (column ? [[column, cells[i] ?? '']] : []))),
        })),
      })
      counts.set(file.path, { used: file.rows.length, setAside: 0 })
      continue
    }
    if (!emptied.has(table) && table !== 'benchmark') await engine.run(`delete from reference.${table}`)
    emptied.add(table)
    counts.set(file.path, await loadOne(engine, file, table, findings))
  }
  if (emptied.has('benchmark')) {
    await engine.run(
      `delete from reference.benchmark where rowid not in (select max(rowid) from reference.benchmark group by indicator, breakdown, comparator, area_code, period, release)`,
    )
  }
  return { targets, findings, counts }
}

async function loadOne(
  engine: Engine,
  file: LoadedReference,
  table: string,
  findings: Finding[],
): Promise<{ readonly used: number; readonly setAside: number }> {
  const columns = await engine.columns(`select * from reference.${table}`)
  const names = columns.map(({ name }) => name)
  await engine.run(`create or replace temp table reference_text (${names.map(name => `${name} varchar`).join(', ')})`)
  const appender = await engine.appender('reference_text')
  let setAside = 0
  for (const { line, cells } of file.rows) {
    const row = readRow(file, cells)
    if ('fault' in row) {
      setAside++
      if (setAside <= 100)
        findings.push(
          finding({
            severity: 'error',
            code: 'reference-row',
            file: file.path,
            line,
            column: row.column,
            found: row.found,
            table: file.stem,
            why: row.fault,
            fix: 'Mend the cell and import the file again.',
          }),
        )
    } else appender.append(names.map(name => row.values[name] ?? null))
  }
  appender.close()
  await engine.run(
    `insert into reference.${table} select ${columns.map(({ name, type }) => `${name}::${type}`).join(', ')} from reference_text; drop table reference_text`,
  )
  return { used: file.rows.length - setAside, setAside }
}

type ReadRow =
  | { readonly values: Readonly<Record<string, string | null>> }
  | { readonly fault: string; readonly column: string; readonly found: string }

/** One row by column. A mandatory cell that is blank or not of its type sets the row aside. */
function readRow(file: LoadedReference, cells: readonly string[]): ReadRow {
  const cell = (name: string): string => (cells[file.columns.indexOf(name)] ?? '').trim()
  if (file.stem === 'population' && file.columns.includes('pop_0_17')) {
    const persons = cell('pop_0_17').replaceAll(',', '')
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

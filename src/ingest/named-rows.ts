import type { Engine } from '../engine/engine.ts'
import type { TextRow } from '../files/input.ts'
import type { Day } from '../kit/day.ts'
import { type FileShape, sqlColumns } from '../model/file-shape.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import type { Asked, Layout } from './layout.ts'
import { type ReadRow, readRow } from './read-row.ts'

/** A file known by its name: which, its columns, and its rows as text, read from the file at each asking. */
export type LoadedNamed = {
  readonly id: number
  readonly path: string
  readonly sha256: string
  readonly shape: FileShape
  readonly columns: readonly (string | null)[]
  readonly layout: Layout | null
  readonly asked: Asked
  readonly rowsRead: number
  readonly authority: string | null
  readonly extractDate: Day | null
  readonly batches: () => AsyncIterable<readonly TextRow[]>
}

/** What became of a file's rows; they add up to those read. */
export type RowCount = {
  readonly used: number
  readonly duplicate: number
  readonly setAside: number
  /** Of an extract older than what is held. */
  readonly superseded?: number
}

/** Of one kind, file and column so many faults are kept by line; the rest are counted. */
const KEPT = 100

/** The rows of files of one shape, read into the temporary table `named_row`: n, file_id, line and the shape's columns, typed. */
export async function readNamedRows(
  engine: Engine,
  shape: FileShape,
  files: readonly LoadedNamed[],
): Promise<{ readonly findings: readonly Finding[]; readonly setAside: ReadonlyMap<number, number> }> {
  const columns = sqlColumns(shape)
  await engine.run(
    `create or replace temp table named_text (n integer, file_id integer, line integer, ${columns.map(([name]) => `"${name}" varchar`).join(', ')})`,
  )
  const appender = await engine.appender('named_text')
  const faults = collectFaults(shape)
  const setAside = new Map<number, number>()
  let n = 0
  for (const file of files) {
    for await (const batch of file.batches())
      for (const { line, cells } of batch)
        for (const [row, given] of rowsOf(file, cells)) {
          n++
          if ('fault' in row) {
            setAside.set(file.id, (setAside.get(file.id) ?? 0) + 1)
            faults.setAside(file, line, row)
            continue
          }
          for (const name of row.unlisted) faults.unlisted(file, line, name, given[file.columns.indexOf(name)] ?? '')
          for (const name of row.unread) faults.unread(file, line, name, given[file.columns.indexOf(name)] ?? '')
          appender.append([n, file.id, line, ...columns.map(([name]) => row.values[name] ?? null)])
        }
  }
  appender.close()
  await engine.run(
    `create or replace temp table named_row as select n, file_id, line, ${columns.map(([name, type]) => `"${name}"::${type} as "${name}"`).join(', ')} from named_text; drop table named_text`,
  )
  return { findings: faults.all(), setAside }
}

/** The rows that a row of a file gives, each with its cells by the file's columns. */
function rowsOf(
  { shape, columns, layout, asked }: LoadedNamed,
  cells: readonly string[],
): readonly (readonly [ReadRow, cells: readonly string[]])[] {
  if (layout?.kind !== 'rows') return [[readRow(shape, columns, cells), cells]]
  return layout
    .rows(cells, asked)
    .map(row => ('fault' in row ? [row, cells] : [readRow(shape, layout.columns, row), row]))
}

/** Gathers what was wrong, the first of each kind by line. */
function collectFaults(shape: FileShape): {
  readonly setAside: (file: LoadedNamed, line: number, row: Extract<ReadRow, { fault: string }>) => void
  readonly unlisted: (file: LoadedNamed, line: number, column: string, found: string) => void
  readonly unread: (file: LoadedNamed, line: number, column: string, found: string) => void
  readonly all: () => readonly Finding[]
} {
  const findings: Finding[] = []
  const seen = new Map<string, { n: number; last: Finding }>()
  const add = (made: Finding): void => {
    const key = `${made.file} ${made.code} ${made.severity} ${made.column}`
    const before = seen.get(key)
    if (before && before.n >= KEPT) before.n++
    else {
      seen.set(key, { n: (before?.n ?? 0) + 1, last: made })
      findings.push(made)
    }
  }
  return {
    setAside: (file, line, { column, found, fault, tolerated }) =>
      add(
        finding({
          severity: tolerated ? 'tolerated' : 'error',
          code: 'row-set-aside',
          file: file.path,
          line,
          column,
          found,
          table: shape.stem,
          why: `${fault} The row was set aside.`,
          fix: tolerated ? 'Nothing.' : 'Mend the cell and import the file again.',
        }),
      ),
    unlisted: (file, line, column, found) =>
      add(
        finding({
          severity: 'warning',
          code: 'unknown-code',
          file: file.path,
          line,
          column,
          found,
          table: shape.stem,
          why: 'The code is in no list. It was taken as not known.',
          fix: 'Use a code of the list for this column.',
        }),
      ),
    unread: (file, line, column, found) =>
      add(
        finding({
          severity: 'warning',
          code: 'unreadable-cell',
          file: file.path,
          line,
          column,
          found,
          table: shape.stem,
          why: 'The cell could not be read. It was taken as not known; the rest of the row was used.',
          fix: 'Mend the cell and import the file again.',
        }),
      ),
    all: () =>
      findings.map(made => {
        const kept = [...seen.values()].find(({ last }) => last === made)
        return kept && kept.n > KEPT ? { ...made, count: kept.n - KEPT + 1 } : made
      }),
  }
}

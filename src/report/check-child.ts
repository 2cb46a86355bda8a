import { type ChildRow, isUsual } from '../checks/child-rows.ts'
import { sayCollection } from '../checks/collection.ts'
import type { KeptCheck, RowKept } from '../checks/kept.ts'
import { sayTable } from '../checks/rule-tables.ts'
import { type FiguresOn, idOf } from './check-asked.ts'
import { freshOf, keptReturn } from './check-page.ts'
import { sayTouches } from './check-rules-said.ts'
import { findingKey, soon } from './office-checks.ts'
import type { OfficeOptions } from './office-options.ts'

/** A cell as it was returned; `marks` are the rules that mark it, with the number of the finding on the page. */
export type CellSaid = {
  /** Blank where the cell is. */
  readonly text: string
  readonly marks: readonly { readonly rule: string; readonly finding: string }[]
}
/** Rows of one table that stand in one file. */
export type RowsOfFile = {
  /** `2025-26 (last year), episodes.csv`. */
  readonly heading: string
  readonly lastYear: boolean
  readonly rows: readonly { readonly line: string; readonly cells: readonly CellSaid[] }[]
}
export type ChildTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly files: readonly RowsOfFile[]
}
export type ChildFinding = {
  readonly finding: string
  readonly rule: string
  readonly says: string
  readonly table: string
  readonly file: string
  readonly line: string
  readonly fields: string
  readonly touches: string
  readonly fresh: boolean
  /** `DEC: put 03/02/2026 in place of 02/03/2026, since …`; blank where none is certain, or none was looked for. */
  readonly fix: string
}

/** A child's rows in a return and in the one before, with what the rules mark. Not protected: for analysts only. */
export type CheckChildPage = {
  readonly child: string
  readonly year: string
  readonly lastYear: string
  readonly dataVersion: string
  readonly tables: readonly ChildTable[]
  readonly findings: readonly ChildFinding[]
  readonly unjudged: readonly {
    readonly rule: string
    readonly says: string
    readonly why: string
    readonly file: string
    readonly line: string
  }[]
  /** Whether fixes were looked for; `later`: they still are. */
  readonly fixes: 'not asked' | 'later' | 'looked for'
}

/** Makes the page of a child; null where neither return has a row of them, or no check is kept. */
export async function checkChildPage(
  options: OfficeOptions,
  figuresOn: FiguresOn,
  asked: { readonly child: string; readonly year?: string; readonly fixes: boolean },
): Promise<CheckChildPage | null> {
  const { checks, dataVersion } = options
  const held = await keptReturn(options, asked.year)
  if (held.kind !== 'kept') return null
  const { one, kept } = held
  const child = idOf(asked.child)
  const rows = await checks.childRows(one, child)
  if (rows.length === 0) return null
  const fileOf = await checks.fileOf()
  const fresh = await freshOf(options, one, kept)
  const answer = asked.fixes ? await soon(checks.fixes(one)) : null
  const fixes = answer === 'later' ? null : answer
  const found = kept.found.filter(row => row.child === child)
  const says = (rule: string): string => kept.rules.get(rule)?.says ?? ''
  return {
    child,
    year: sayCollection(one),
    lastYear: sayCollection({ year: one.year - 1 }),
    dataVersion: String(dataVersion),
    tables: tablesOf(rows, found, kept, fileOf),
    findings: found.map((row, i) => {
      const fix = fixes?.get(findingKey(row))
      return {
        finding: String(i + 1),
        rule: row.rule,
        says: says(row.rule),
        table: sayTable(row.table),
        file: nameOf(fileOf(row.fileId)),
        line: String(row.line),
        fields: row.fields.join(', '),
        touches: sayTouches(checks.touches(row.table, row.fields, kept.rules.get(row.rule)?.definition), figuresOn),
        fresh: fresh?.rows.has(row) ?? false,
        fix: fix ? `${fix.field}: ${fix.to} in place of ${fix.from ?? 'a blank'} (${fix.why})` : '',
      }
    }),
    unjudged: kept.unjudged
      .filter(row => row.child === child)
      .map(({ rule, why, table, fileId, line }) => ({
        rule,
        says: says(rule),
        why: `${sayTable(table)}: ${why}`,
        file: nameOf(fileOf(fileId)),
        line: String(line),
      })),
    fixes: answer === null ? 'not asked' : answer === 'later' ? 'later' : 'looked for',
  }
}

/** A file by its name without its folder, which is the year as a rule. */
const nameOf = (path: string): string => path.split('/').at(-1) ?? path

function tablesOf(
  rows: readonly ChildRow[],
  found: readonly RowKept[],
  kept: KeptCheck,
  fileOf: (id: number) => string,
): readonly ChildTable[] {
  const lastYear = ({ year }: ChildRow): boolean => year < kept.collection.year
  const at = (row: Pick<ChildRow, 'table' | 'fileId' | 'row'>, field: string): string =>
    `${row.table} ${row.fileId} ${row.row} ${field}`
  const marks = new Map<string, CellSaid['marks'][number][]>()
  for (const [i, row] of found.entries())
    for (const field of row.fields)
      marks.set(at(row, field), [...(marks.get(at(row, field)) ?? []), { rule: row.rule, finding: String(i + 1) }])
  return [...Map.groupBy(rows, ({ table }) => table)].map(([table, own]) => {
    const columns = Object.keys(own[0]?.cells ?? {}).filter(
      name => isUsual(table, name) || own.some(row => row.cells[name] !== null || marks.has(at(row, name))),
    )
    return {
      name: sayTable(table),
      columns,
      files: [...Map.groupBy(own, ({ fileId }) => fileId)].flatMap(([fileId, ofFile]) => {
        const [first] = ofFile
        return first
          ? [
              {
                heading: `${sayCollection(first)}${lastYear(first) ? ' (last year)' : ''}, ${nameOf(fileOf(fileId))}`,
                lastYear: lastYear(first),
                rows: ofFile.map(row => ({
                  line: String(row.line),
                  cells: columns.map(name => ({ text: row.cells[name] ?? '', marks: marks.get(at(row, name)) ?? [] })),
                })),
              },
            ]
          : []
      }),
    }
  })
}

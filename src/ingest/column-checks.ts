import { codeRows } from '../model/code-lists.ts'
import { type ReturnedTable, returnedColumns } from '../model/returned.ts'
import { numbered } from '../model/typed-cell.ts'
import { given, type RowCheck, rows } from './row-check.ts'
import { tableShapes, tables } from './shape.ts'

/** Rows whose code is (or is not) in the list of their year; nothing where the column has no list. */
const coded = (table: ReturnedTable, column: string, whether: 'exists' | 'not exists', also: string): string =>
  `select file_id, line, ${column}_text as found from returned.${table} r where ${column} is not null and use <> 'duplicate'
    and ${whether} (select 1 from code_list l where l.tbl = '${table}' and l.col = '${column}' and l.code = r.${column} and r.collection_year between l.first and l.last ${also})`

/** Columns of which the model reads the codes of every year's list in any year, as they mean one thing. */
const readAnyway: ReadonlySet<string> = new Set(['sex'])
const ofAnotherYear = (table: ReturnedTable, column: string): string =>
  `exists (select 1 from code_list a where a.tbl = '${table}' and a.col = '${column}' and a.code = r.${column})`

/** What every column is asked: can it be read, is its code in the year's list, may it be blank; and what was allowed for. */
export const columnChecks: readonly RowCheck[] = tables.flatMap(table => {
  const shape = tableShapes[table]
  return Object.entries(returnedColumns[table]).flatMap(([column, type]): readonly RowCheck[] => {
    const ask = (code: string, severity: RowCheck['severity'], where: string, why: string, fix: string): RowCheck => ({
      code,
      severity,
      table,
      column: column.toUpperCase(),
      sql: rows(table, column, where),
      ...(where === '' ? {} : { where }),
      why,
      fix,
    })
    const unread = `${column} is null and ${given(column)}`
    const isKey = shape.key.includes(column) || column === shape.end || column === 'sw_dec'
    const typed: readonly RowCheck[] =
      type === 'varchar'
        ? // An unknown part of DATE_PERM is zz, in small letters.
          column === 'date_perm'
          ? []
          : [
              ask(
                'code-in-lower-case',
                'tolerated',
                `${column}_text <> upper(${column}_text)`,
                'The return has its codes in capitals.',
                'Nothing: it was read in capitals.',
              ),
            ]
        : [
            ask(
              `unreadable-${type === 'date' ? 'day' : 'number'}`,
              isKey ? 'error' : 'warning',
              unread,
              isKey ? 'Without it the row cannot be placed: it was set aside.' : 'The cell was taken as not known.',
              type === 'date' ? 'Write it as DD/MM/YYYY.' : 'Write a whole number.',
            ),
            ...(type === 'date'
              ? [
                  ask(
                    'day-in-another-form',
                    'tolerated',
                    `${column} is not null and not regexp_matches(trim(${column}_text), '^\\d{1,2}/\\d{1,2}/\\d{4}$')`,
                    'The return has its days as DD/MM/YYYY.',
                    'Nothing: it was understood.',
                  ),
                ]
              : []),
          ]
    return [
      ...typed,
      ...(type === 'varchar' && numbered.has(column)
        ? [
            ask(
              'number-with-decimals',
              'tolerated',
              `${column} is not null and regexp_matches(${column}_text, '\\.0+\\s*$')`,
              'A tool took the code for a number and gave it decimals.',
              'Nothing: they were left off.',
            ),
          ]
        : []),
      ask(
        'padded',
        'tolerated',
        `${column}_text <> trim(${column}_text)`,
        'There are spaces round the value.',
        'Nothing: they were left off.',
      ),
      ...(shape.required.includes(column.toUpperCase())
        ? [
            ask(
              'blank',
              column === 'child' || shape.key.includes(column) ? 'error' : 'warning',
              `not (${given(column)})`,
              column === 'child' || (shape.key.includes(column) && type === 'date')
                ? 'The return needs it in every row; without it the row cannot be placed, and was set aside.'
                : 'The return needs it in every row.',
              'Fill it in.',
            ),
          ]
        : []),
      ...(codeRows.some(([tbl, col]) => tbl === table && col === column)
        ? [
            {
              ...ask(
                'unknown-code',
                'warning',
                '',
                'The code is not in the year’s list. It was taken as not known.',
                'Use a code of the return’s list for that year.',
              ),
              sql: `${coded(table, column, 'not exists', '')}${readAnyway.has(column) ? ` and not ${ofAnotherYear(table, column)}` : ''}`,
            },
            ...(readAnyway.has(column)
              ? [
                  {
                    ...ask(
                      'code-of-another-year',
                      'warning',
                      '',
                      'The code is of another year’s list. It was read as what it means there.',
                      'Use a code of the return’s list for that year.',
                    ),
                    sql: `${coded(table, column, 'not exists', '')} and ${ofAnotherYear(table, column)}`,
                  },
                ]
              : []),
            {
              ...ask(
                'code-not-agreed',
                'warning',
                '',
                'Published lists of that year disagree about this code. It was taken.',
                'Use a code of the DfE’s list for that year.',
              ),
              sql: `${coded(table, column, 'exists', 'and l.tolerated')}`,
            },
          ]
        : []),
    ]
  })
})

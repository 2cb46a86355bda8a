import { type ReturnedTable, returnedColumns } from '../model/returned.ts'
import { eighteenChecks } from './eighteen.ts'
import type { RowCheck } from './row-check.ts'
import { codeRows, tableShapes, tables } from './shape.ts'
import { given as cellGiven, numbered } from './typed.ts'

const given = (column: string): string => cellGiven(`${column}_text`)
const rows = (table: ReturnedTable, column: string, where: string): string =>
  `select file_id, line, ${column}_text as found from returned.${table} where use <> 'duplicate' and (${where})`

/** Rows whose code is (or is not) in the list of their year; nothing where the column has no list. */
const coded = (table: ReturnedTable, column: string, whether: 'exists' | 'not exists', also: string): string =>
  `select file_id, line, ${column}_text as found from returned.${table} r where ${column} is not null and use <> 'duplicate'
    and ${whether} (select 1 from code_list l where l.tbl = '${table}' and l.col = '${column}' and l.code = r.${column} and r.collection_year between l.first and l.last ${also})`

/** Columns of which the model reads the codes of every year's list in any year, as they mean one thing. */
const readAnyway: ReadonlySet<string> = new Set(['sex'])
const ofAnotherYear = (table: ReturnedTable, column: string): string =>
  `exists (select 1 from code_list a where a.tbl = '${table}' and a.col = '${column}' and a.code = r.${column})`

/** What every column is asked: can it be read, is its code in the year's list, may it be blank; and what was allowed for. */
const columnChecks: readonly RowCheck[] = tables.flatMap(table => {
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

const episode = (
  code: string,
  column: string,
  sql: string,
  why: string,
  fix: string,
  severity: RowCheck['severity'] = 'warning',
): RowCheck => ({ code, severity, table: 'episodes', column, sql, why, fix })
const inOrder = 'window child as (partition by authority, child order by decom)'

/** What rows are asked beside each other. DfE's own number where the return's rules have one. */
const rowChecks: readonly RowCheck[] = [
  episode(
    'end-before-start (356)',
    'DEC',
    rows('episodes', 'dec', "dec < decom and use = 'set aside'"),
    'An episode cannot end before it begins: the row was set aside.',
    'Correct DECOM or DEC.',
    'error',
  ),
  // Another row of the same child and DECOM stands in its place: the fault costs nothing.
  episode(
    'end-before-start (356)',
    'DEC',
    rows('episodes', 'dec', "dec < decom and use = 'superseded'"),
    'An episode cannot end before it begins. Another row of the same child and day was used in its place.',
    'Correct DECOM or DEC.',
  ),
  episode(
    'no-day-in-care (355)',
    'DEC',
    rows('episodes', 'dec', "dec = decom and use = 'set aside'"),
    'An episode may not begin and end on one day: it covers no day in care, and the row was set aside.',
    'Take the row out, or correct its days.',
    'error',
  ),
  episode(
    'end-without-reason (148)',
    'REC',
    rows('episodes', 'dec', 'dec is not null and rec is null'),
    'The episode ended but the return does not say why.',
    'Give REC.',
  ),
  episode(
    'reason-without-end (148)',
    'DEC',
    rows('episodes', 'rec', `rec is not null and not (${given('dec')})`),
    'The episode has a reason for its end and no end: it was taken as still open.',
    'Give DEC, or take REC out.',
  ),
  ...tables.map((table): RowCheck => {
    const { key, start } = tableShapes[table]
    const same = ['authority', 'collection_year', ...key.filter(column => column !== 'collection_year')]
    const column = start ?? 'child'
    return {
      code: start ? 'same-start-twice' : 'same-child-twice (INT)',
      severity: 'warning',
      table,
      column: column.toUpperCase(),
      sql: rows(
        table,
        column,
        `use = 'superseded' and exists (select 1 from returned.${table} o where o.use = 'used' and ${same.map(name => `o.${name} = ${table}.${name}`).join(' and ')})`,
      ),
      why: `Two rows of one return have the same ${key
        .filter(name => name !== 'collection_year')
        .map(name => name.toUpperCase())
        .join(' and ')} and differ: the last was used.`,
      fix: 'Keep the right one.',
    }
  }),
  episode(
    'overlap (501)',
    'DECOM',
    `select file_id, line, strftime(decom, '%d/%m/%Y') as found from (select *, max(coalesce(dec, date '9999-12-31')) over (partition by authority, child order by decom rows between unbounded preceding and 1 preceding) as reach, lag(dec) over child as before from returned.episodes where use = 'used' ${inOrder}) where reach > decom and before is not null`,
    'The episode begins before an earlier one of the child ends: on each day the one that began last was used.',
    'Correct DECOM or the earlier DEC.',
  ),
  episode(
    'open-then-followed',
    'DEC',
    `select file_id, line, dec_text as found from (select *, lead(decom) over child as next from returned.episodes where use = 'used' ${inOrder}) where dec is null and next is not null`,
    'The episode has no end, and another of the child begins later: it was closed there.',
    'Give DEC and REC.',
  ),
  episode(
    'open-then-gone',
    'DEC',
    `select file_id, line, dec_text as found from (select *, lead(decom) over child as next from returned.episodes where use = 'used' ${inOrder}) e where dec is null and next is null and collection_year < (select max(collection_year) from (select authority, collection_year from returned.episodes union all select authority, collection_year from reference.return_held where source = 'Episodes') l where l.authority = e.authority)`,
    'A later return should carry this open episode on, and does not: the child was taken to have left care by the 1 April after. When and why they left is not known.',
    'Return its end.',
  ),
  episode(
    'continues-into-nothing (388)',
    'REC',
    `select file_id, line, rec_text as found from (select *, lead(decom) over child as next from returned.episodes where use = 'used' ${inOrder}) where rec = 'X1' and dec is not null and (next is null or next > dec)`,
    'X1 says that care went on, and no episode follows on that day: the child leaves the count, and is not known as a leaver.',
    'Return the next episode, or the reason that care ended.',
  ),
  // The return's integrity rules INT01 to INT09: every child of any table is in Header.
  ...tables
    .filter(table => table !== 'header')
    .map(
      (table): RowCheck => ({
        code: 'not-in-header (INT)',
        severity: 'warning',
        table,
        column: 'CHILD',
        sql: `select file_id, line, child as found from returned.${table} r anti join (select distinct authority, child from returned.header where child is not null) h using (authority, child) where r.use = 'used'`,
        why: 'The child is in no Header row: their sex, ethnic group and perhaps their age are not known.',
        fix: 'Return the child’s Header row.',
      }),
    ),
  ...(
    [
      ['episodes', 'decom', '354'],
      ['episodes', 'dec', '385'],
      ['reviews', 'review', 'after 31 March'],
      ['missing', 'mis_start', 'after 31 March'],
    ] as const
  ).map(
    ([table, column, rule]): RowCheck => ({
      code: `after-year-end (${rule})`,
      severity: 'warning',
      table,
      column: column.toUpperCase(),
      sql: `select file_id, line, ${column}_text as found from returned.${table} where use <> 'duplicate' and ${column} >= make_date(collection_year, 4, 1)`,
      why: 'The day is after the year that the return is of.',
      fix: 'Check the day, and that the file is in the folder of its year.',
    }),
  ),
  ...(
    [
      ['missing', 'mis_start', 'mis_end', 'used', 'It is counted as having begun, and as over.'],
      ['missing', 'mis_start', 'mis_end', 'superseded', 'Another row of the same start was used in its place.'],
      ['sw_episodes', 'sw_decom', 'sw_dec', 'set aside', 'The row was set aside.'],
      ['sw_episodes', 'sw_decom', 'sw_dec', 'superseded', 'Another row of the same start was used in its place.'],
    ] as const
  ).map(
    ([table, start, end, use, outcome]): RowCheck => ({
      code: 'end-before-start',
      severity: 'warning',
      table,
      column: end.toUpperCase(),
      sql: `select file_id, line, ${end}_text as found from returned.${table} where use = '${use}' and ${end} < ${start}`,
      why: `It cannot end before it begins. ${outcome}`,
      fix: `Correct ${start.toUpperCase()} or ${end.toUpperCase()}.`,
    }),
  ),
  // A social worker who took a child over and handed them on in one day had them on no day's end: nothing is lost, but it is said.
  {
    code: 'no-day-with-worker',
    severity: 'tolerated',
    table: 'sw_episodes',
    column: 'SW_DEC',
    sql: rows('sw_episodes', 'sw_dec', "use = 'set aside' and sw_dec = sw_decom"),
    why: 'The social worker’s time with the child begins and ends on one day: it covers no night, and the row was set aside. No change of social worker is counted for it.',
    fix: 'Nothing, if the days are right.',
  },
  ...eighteenChecks,
  ...(['reviews', 'missing', 'uasc', 'oc2', 'oc3', 'ad1', 'placed_adoption', 'prev_perm', 'sw_episodes'] as const).map(
    (table): RowCheck => ({
      code: 'birth-days-differ (INT)',
      severity: 'warning',
      table,
      column: 'DOB',
      why: 'The child has another date of birth in Header, which was used.',
      fix: 'Make the two agree.',
      sql: `select r.file_id, r.line, r.dob_text as found from returned.${table} r join (select authority, child, collection_year, max(dob) as dob from returned.header where use = 'used' group by all) h using (authority, child, collection_year) where r.use = 'used' and r.dob is not null and h.dob is not null and r.dob <> h.dob`,
    }),
  ),
]

export const checks: readonly RowCheck[] = [...columnChecks, ...rowChecks]

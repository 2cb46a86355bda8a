import { columnChecks } from './column-checks.ts'
import { eighteenChecks } from './eighteen.ts'
import { given, type RowCheck, rows } from './row-check.ts'
import { tableShapes, tables } from './shape.ts'

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

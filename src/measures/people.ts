import type { QueriedMeasure } from '../definitions/measure.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { refuseTwice } from './proven.ts'
import { memberSql } from './query.ts'
import type { Session } from './session.ts'

/** One member of a measure's population in one period. */
export type Member = {
  readonly authority: string
  readonly period_end: Day
  readonly subject: string
  /** The council's own id of the child, null where the measure is not about children. */
  readonly local_id: string | null
  readonly counted: boolean | null
  readonly amount: number | null
}

/** Every member of a measure's population, period by period. The figures are counts of exactly these rows. */
export async function members(
  session: Session,
  measure: QueriedMeasure,
  periods: readonly Period[],
  authority?: string,
): Promise<readonly Member[]> {
  const query = await session.query(measure)
  return session.during(periods, async () => {
    await refuseTwice(session.engine, session.proven, query, periods)
    const rows = await session.engine.rows(
      `select r.authority, r.period_end, r.subject::varchar as subject, p.local_id, r.counted, r.amount
       from (${memberSql(query, [])}) r left join person p using (child_id)
       ${ofAuthority(authority)} order by r.authority, r.period_end, p.local_id, r.subject`,
    )
    return rows as unknown as readonly Member[]
  })
}

const ofAuthority = (authority: string | undefined): string =>
  authority === undefined ? '' : `where r.authority = ${literal(authority)}`

/** A member with what an analyst looks up first: who the child is and where they were, by the last episode begun by the period's end. */
export type Person = Member & {
  readonly date_of_birth: Day | null
  readonly age: number | null
  readonly sex: string | null
  readonly legal_status: string | null
  /** The code of the breakdown by legal status, which has a label: `full_care_order`. */
  readonly legal_status_group: string | null
  readonly placement_type: string | null
  readonly placement_group: string | null
  readonly placement_start: Day | null
  readonly care_start: Day | null
  /** False where no return held says when care began: it did on `care_start` or earlier. */
  readonly care_start_known: boolean | null
  /** The row of the return that the placement is read from. */
  readonly file: string | null
  readonly line: number | null
}

export type Which = 'all' | 'counted' | 'not counted' | 'unknown'
const keep: Readonly<Record<Which, string>> = {
  all: 'true',
  counted: 'r.counted',
  'not counted': 'not r.counted',
  unknown: 'r.counted is null',
}

/** The children behind a figure, one row per subject of the period, or those on one side of it. */
export async function people(
  session: Session,
  measure: QueriedMeasure,
  period: Period,
  which: Which = 'all',
  authority?: string,
): Promise<readonly Person[]> {
  const query = await session.query(measure)
  return session.during([period], async () => {
    await refuseTwice(session.engine, session.proven, query, [period])
    const files = await session.engine.row(
      `select 1 as there from duckdb_columns() where schema_name = 'reference' and table_name = 'file' and column_name = 'path' limit 1`,
    )
    const rows = await session.engine.rows(
      `with member as (
         select r.*, coalesce(r.child_id, -1) as child from (${memberSql(query, [])}) r where ${keep[which]}
       )
       select r.authority, r.period_end, r.subject::varchar as subject, p.local_id, r.counted, r.amount, p.date_of_birth,
         age_on(p.date_of_birth, r.period_end) as age, p.sex, e.legal_status, e.placement_type,
         case when e.child_id is not null then legal_status_group(e.legal_status) end as legal_status_group,
         case when e.child_id is not null then placement_group_of(e.placement_type) end as placement_group,
         l.start_date as placement_start, c.start_date as care_start,
         c.start_known as care_start_known,
         ${files ? 'f.path' : 'e.file_id::varchar'} as file, e.line
       from member r
       left join person p on p.child_id = r.child
       asof left join care_episode e on e.child_id = r.child and e.start_date <= r.period_end
       left join period_of_care c on c.child_id = e.child_id and c.period_no = e.period_no
       left join placement l on l.child_id = e.child_id and l.placement_no = e.placement_no
       ${files ? 'left join reference.file f on f.file_id = e.file_id' : ''}
       ${ofAuthority(authority)} order by r.authority, p.local_id, r.subject`,
    )
    return rows as unknown as readonly Person[]
  })
}

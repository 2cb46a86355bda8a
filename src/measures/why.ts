import type { QueriedMeasure } from '../definitions/measure.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { type Member, members } from './people.ts'
import type { Session } from './session.ts'
import { type Cause, type Keyed, takeApart, type Why } from './take-apart.ts'

/** What changed a figure between two periods of one measure, for one authority. */
export async function whyMoved(
  session: Session,
  measure: QueriedMeasure,
  from: Period,
  to: Period,
  authority: string,
): Promise<Why> {
  const rows = await members(session, measure, [from, to], authority)
  const keyed = (end: Day): readonly Keyed[] =>
    rows.filter(({ period_end }) => period_end === end).map(member => ({ key: member.subject, member }))
  const stock = measure.at === 'period end'
  const lives = stock ? await livesBetween(session, from, to, authority) : new Map<string, Life>()
  const asksAge = /\bage(_|\b)|date_of_birth/.test(measure.sql)
  return takeApart(keyed(from.end), keyed(to.end), (was, is, member): Cause => {
    const life = lives.get(member.local_id ?? '')
    // In care on both days with a birthday between them, yet in the group on one only: an age the measure asks for was reached.
    const grew = life?.stayed && life.birthday && asksAge
    if (was === 'not in the group') return grew ? 'aged in' : 'entered'
    if (is === 'not in the group') return grew || life?.turned18 ? 'aged out' : 'left'
    if (is === was) return 'amount changed'
    if (is === 'unknown') return 'became unknown'
    if (was === 'unknown') return 'became known'
    return is === 'counted' ? 'crossed into the count' : 'crossed out of the count'
  })
}

type Life = { readonly stayed: boolean; readonly birthday: boolean; readonly turned18: boolean }

/** What befell each child between two days: stayed in care, had a birthday, turned 18. */
async function livesBetween(
  session: Session,
  from: Period,
  to: Period,
  authority: string,
): Promise<ReadonlyMap<string, Life>> {
  const [start, end] = [`date ${literal(from.end)}`, `date ${literal(to.end)}`]
  const rows = await session.during([from, to], () =>
    session.engine.rows(
      `with stayed as (
         select child_id from in_care_at where authority = ${literal(authority)} and period_end in (${start}, ${end})
         group by child_id having count(distinct period_end) = 2
       )
       select p.local_id, s.child_id is not null as stayed,
         coalesce(age_on(p.date_of_birth, ${start}) <> age_on(p.date_of_birth, ${end}), false) as birthday,
         coalesce(age_on(p.date_of_birth, ${start}) < 18 and age_on(p.date_of_birth, ${end}) >= 18, false) as turned18
       from person p left join stayed s using (child_id) where p.authority = ${literal(authority)}`,
    ),
  )
  return new Map(rows.map(({ local_id, ...life }) => [String(local_id), life as unknown as Life]))
}

/** What changed a figure of one period between two data versions: recorded late, withdrawn or corrected. */
export async function whyRestated(
  older: Session,
  newer: Session,
  measure: QueriedMeasure,
  period: Period,
  authority: string,
): Promise<Why> {
  const keyed = async (session: Session): Promise<readonly Keyed[]> =>
    inTurn(await members(session, measure, [period], authority))
  return takeApart(await keyed(older), await keyed(newer), (was, is) =>
    was === 'not in the group' ? 'recorded late' : is === 'not in the group' ? 'withdrawn' : 'corrected',
  )
}

/** Keys that hold between versions: the council's own id, and its turn where a child is in a group of events more than once. */
function inTurn(rows: readonly Member[]): readonly Keyed[] {
  const seen = new Map<string, number>()
  return rows.map(member => {
    const id = member.local_id ?? member.subject
    const turn = (seen.get(id) ?? 0) + 1
    seen.set(id, turn)
    return { key: `${id} ${turn}`, member }
  })
}

/** The children who move in and out, or are counted otherwise, where one text of a measure replaces another. */
export async function diffDefinitions(
  session: Session,
  before: QueriedMeasure,
  after: QueriedMeasure,
  period: Period,
  authority?: string,
): Promise<Why> {
  const keyed = async (measure: QueriedMeasure): Promise<readonly Keyed[]> =>
    (await members(session, measure, [period], authority)).map(member => ({ key: member.subject, member }))
  return takeApart(await keyed(before), await keyed(after), (was, is): Cause => {
    if (was === 'not in the group') return 'entered'
    if (is === 'not in the group') return 'left'
    if (is === was) return 'amount changed'
    if (is === 'unknown') return 'became unknown'
    if (was === 'unknown') return 'became known'
    return is === 'counted' ? 'crossed into the count' : 'crossed out of the count'
  })
}

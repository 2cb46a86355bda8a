import { openHome } from '../src/cli/home.ts'
import { day } from '../src/kit/day.ts'
import { endsBefore, periodEnding } from '../src/kit/period.ts'
import { materialiseSql } from '../src/measures/materialise.ts'
import { findMeasure, isQueried } from '../src/measures/measures.ts'
import { median } from './child.ts'

/** The best query we can write by hand for the same answer over the same prepared table: a measure's counts, whole and by each slice. */
const byHand = (counted: string, where: string, slices: readonly string[]): string =>
  `select authority, period_end, ${slices.join(', ')}, grouping(${slices.join(', ')}) as level, count(*) as members, count(*) filter (${counted}) as counted
   from in_care_at where ${where} group by grouping sets ((authority, period_end), ${slices.map(slice => `(authority, period_end, ${slice})`).join(', ')})`

const rivals: readonly (readonly [measure: string, counted: string, where: string])[] = [
  ['children-in-care', 'true', 'true'],
  ['three-or-more-placements', 'placements_in_year >= 3', 'true'],
  [
    'long-term-stability',
    `case when placed_for_adoption(placement_type) and placed_for_adoption(first_placement_type) then coalesce(previous_placement_start_date, placement_start_date) else placement_start_date end + interval 24 month <= period_end`,
    'age < 16 and continuous_since + interval 30 month <= period_end',
  ],
]

/** Each measure against its rival, turn by turn over the same prepared tables: how many times the hand-written query's time it takes. */
export async function handWritten(home: string, say: (line: string) => void): Promise<void> {
  const open = await openHome(home)
  const periods = endsBefore('month', day('2026-10-31'), 120).map(end => periodEnding('month', end))
  say(
    '\nA measure against the best hand-written query, 120 month ends, each standard slice alone (median of 7, turn by turn)',
  )
  for (const [id, counted, where] of rivals) {
    const measure = findMeasure(open.session.measures, id)
    if (!measure || !isQueried(measure)) throw new Error(`no measure ${id}`)
    const query = await open.session.query(measure)
    const slices = query.slices
    const ours = materialiseSql(
      query,
      slices.map(slice => [slice]),
    )
    await open.session.during(periods, async () => {
      const time = async (sql: string): Promise<number> => {
        const started = performance.now()
        await open.session.engine.run(`create or replace temp table bench_answer as ${sql}`)
        return performance.now() - started
      }
      const times: (readonly [number, number])[] = []
      for (let i = 0; i < 8; i++) times.push([await time(ours), await time(byHand(counted, where, slices))] as const)
      const [mine, theirs] = [0, 1].map(side => median(times.slice(1).map(pair => pair[side] ?? 0)))
      say(
        `  ${id}: ${mine?.toFixed(0)} ms against ${theirs?.toFixed(0)} ms, ${((mine ?? 0) / (theirs ?? 1)).toFixed(2)} times`,
      )
    })
  }
  await open.close()
}

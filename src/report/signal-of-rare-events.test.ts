import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../kit/day.ts'
import { councils, measureOf } from '../measures/council.fixture.ts'
import type { Session } from '../measures/measures.ts'
import type { Annotation } from '../review/annotation.ts'
import { draft, figure } from './row.fixture.ts'
import { showRows } from './show-rows.ts'
import { signalOf } from './signal.ts'
import { signalCharts } from './signal-view.ts'

const END = day('2026-03-31')
const header = { kind: 'count', at: 'within period', windows: '[month, rolling 12 months]' }
const starts = measureOf(
  'starts',
  header,
  `select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject, true as counted from start_of_care s
   join period p on s.day between p.period_start and p.period_end`,
)
/** The same without a day: children who came in are counted, when is not said. */
const undated = measureOf(
  'undated',
  header,
  `with came as (${starts.sql}) select period_end, child_id, subject, counted from came`,
)
/** Children who came into care these many days apart, from 5 April 2024. */
const apart = (gaps: readonly number[]): string => {
  let last: Day = day('2024-04-05')
  const days = [last, ...gaps.map(gap => (last = addDays(last, gap)))]
  return ['child | decom', ...days.map((d, i) => `C${i} | ${d}`)].join('\n')
}
const steady = [60, 40, 70, 50, 45, 65, 55, 60, 50, 70, 40]

let session: Session
beforeAll(async () => {
  session = await councils([starts, undated], {
    Steady: { episodes: apart(steady) },
    Quiet: { episodes: apart([20, 15, 22, 18, 25, 16, 20, 19, 21, 17]) },
    Few: { episodes: apart([100, 100, 100, 100]) },
    Many: { episodes: apart(Array.from({ length: 60 }, () => 12)) },
  })
})
afterAll(() => session.engine.close())
const found = (authority: string, measure = starts, annotations: readonly Annotation[] = []) =>
  signalOf(session, measure, authority, END, 'month', null, annotations)
const row = async (authority: string, n = 0) => draft('count', [figure(n, null)], { signal: await found(authority) })

describe('a signal of rare events', () => {
  it('is looked for in the days from one to the next, each on the day of the later', async () => {
    const { charts, look, because } = await found('Steady')
    expect(charts.map(({ of }) => of)).toEqual(['gaps'])
    expect(charts[0]?.figures.map(({ value }) => value)).toEqual(steady)
    expect(charts[0]?.figures[0]?.periodEnd).toBe('2024-06-04')
    expect(look).toEqual({ chart: 't', points: 11 })
    expect(because).toBe('None of 11 times from one to the next is beyond what chance would give')
  })
  it('takes a long time without one for fewer of them, which is better where fewer are', async () => {
    const { direction, because, charts } = await found('Quiet')
    expect(direction).toMatchObject({ direction: 'improving' })
    expect(because).toBe('It is longer since the last one than chance would give')
    expect(charts[0]?.why).toMatch(/The last was on 15 October 2024, 532 days before .* longer than chance/)
  })
  it('comes from the counts of the months where there are eight or fewer of them, or no days, or one a month and more', async () => {
    for (const [authority, measure] of [
      ['Few', starts],
      ['Steady', undated],
      ['Many', starts],
    ] as const)
      expect(
        (await found(authority, measure)).charts.map(({ of }) => of),
        authority,
      ).not.toContain('gaps')
  })
  it('starts anew with the month in which limits are to start anew', async () => {
    const anew: Annotation = {
      measure: 'starts',
      from: day('2024-06-10'),
      to: null,
      text: 'A new panel',
      kind: 'rebase',
      author: 'R. Marsh',
      date: day('2024-07-01'),
      recurs: null,
    }
    expect((await found('Steady', starts, [anew])).charts[0]?.figures.map(({ value }) => value)).toEqual(
      steady.slice(1),
    )
  })
})

describe('the days from one event to the next', () => {
  it('are a chart with limits, a table of days and what is longer than chance would give', async () => {
    const { heading, months, own } = signalCharts(await row('Steady'), 'analyst')
    expect([heading, own, months.length]).toEqual(['Days from one to the next', null, 1])
    expect(months[0]?.title).toBe('Days from one to the next: a measure')
    expect(months[0]?.unit).toBe('days')
    expect(months[0]?.points[0]).toMatchObject({ period: '4 June 2024', figure: { text: '60' } })
    expect(months[0]?.points[0]?.limits?.high?.kind).toBe('number')
    expect(months[0]?.small).toBeNull()
  })
  it('are not told to a board or the public: each is a single event; what is left out is said', async () => {
    for (const audience of ['board', 'public'] as const) {
      const drafted = await row('Quiet')
      const charts = signalCharts(drafted, audience)
      expect(charts).toMatchObject({ own: null, months: [] })
      expect(charts.leftOut).toContain('each of them would tell of a single event')
      const [shown] = showRows([drafted], audience)
      expect(shown?.direction).toMatchObject({ word: 'Not shown', reads: 'neutral' })
      expect(JSON.stringify([shown, charts])).not.toMatch(/longer since|October 2024|532/)
    }
    expect(showRows([await row('Quiet')], 'analyst')[0]?.direction?.word).toBe('Improving')
  })
})

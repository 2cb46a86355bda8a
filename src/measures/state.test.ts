import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { at, measureOf } from './council.fixture.ts'
import type { Holding } from './holding.ts'
import { standingOf } from './state.ts'

const held = (source: string, year: number, first = `${year - 1}-04-01`, last = `${year}-03-31`): Holding => ({
  authority: 'E1',
  source,
  year,
  first: day(first),
  last: day(last),
})
const episodes = [held('Episodes', 2024), held('Episodes', 2025), held('Episodes', 2026, '2025-04-01', '2025-10-31')]
const stock = measureOf('m', {}, 'select 1')
const flow = measureOf('m', { at: 'within period', windows: '[rolling 12 months]' }, 'select 1')
const none: ReadonlySet<string> = new Set()
const R12 = 'rolling 12 months'

describe('whether a figure can be measured', () => {
  it.each([
    ['a day that is held', stock, ['Episodes'], at('2025-10-31'), null],
    ['a day after the last one held', stock, ['Episodes'], at('2025-11-30'), 'awaiting data'],
    ['a day before the first one held', stock, ['Episodes'], at('2023-03-31'), 'not measured'],
    ['a window that begins before the first day held', flow, ['Episodes'], at('2024-02-29', R12), 'not measured'],
    ['a window that begins on the first day held', flow, ['Episodes'], at('2024-03-31', R12), null],
    ['a window that ends after the last day held', flow, ['Episodes'], at('2025-11-30', R12), 'awaiting data'],
    ['a table that was never loaded', stock, ['Episodes', 'Missing'], at('2025-10-31'), 'awaiting data'],
    ['a reference file that was never loaded', stock, ['Episodes', 'postcodes'], at('2025-10-31'), 'awaiting data'],
    ['a yearly table of another year', stock, ['OC2'], at('2025-03-31'), 'awaiting data'],
    ['a yearly table of its own year', stock, ['OC2'], at('2024-03-31'), null],
    ['a yearly table that begins later', stock, ['OC2'], at('2023-03-31'), 'not measured'],
    [
      'a day before the measure begins',
      measureOf('m', { from: '2025-01-01' }, 'select 1'),
      ['Episodes'],
      at('2024-12-31'),
      'not measured',
    ],
    [
      'the day the measure begins',
      measureOf('m', { from: '2025-01-31' }, 'select 1'),
      ['Episodes'],
      at('2025-01-31'),
      null,
    ],
    [
      'a look back that is held',
      measureOf('m', { looks_back: '12 months' }, 'select 1'),
      ['Episodes'],
      at('2024-03-31'),
      null,
    ],
    [
      'a look back that is not',
      measureOf('m', { looks_back: '12 months' }, 'select 1'),
      ['Episodes'],
      at('2024-02-29'),
      'not measured',
    ],
  ] as const)('%s', (_, measure, sources, period, state) => {
    const standing = standingOf(
      measure,
      sources.map(source => [source]),
      none,
      [...episodes, held('OC2', 2024)],
      period,
    )
    expect(standing?.state ?? null).toBe(state)
    if (standing) expect(standing.reason).not.toBe('')
  })
  it('a year missing between two is a gap in every window that meets it', () => {
    const gap = [held('Episodes', 2023), held('Episodes', 2025)]
    expect(standingOf(flow, [['Episodes']], none, gap, at('2024-09-30', R12))?.reason).toContain(
      'not held for every day',
    )
    expect(standingOf(flow, [['Episodes']], none, gap, at('2025-03-31', R12))).toBeNull()
  })
  it('a measure that ends goes on where the source that carries it on reaches the day', () => {
    const ended = measureOf('m', { until: '{on: 2024-03-31, after: Needs prices, unless: placements}' }, 'select 1')
    const state = (d: string, ...more: readonly Holding[]) =>
      standingOf(ended, [['Episodes']], none, [...episodes, ...more], at(d))?.state ?? null
    const prices = held('placements', 2025, '2024-04-01', '2024-12-31')
    expect(state('2024-03-31')).toBeNull()
    expect(state('2024-04-30')).toBe('awaiting data')
    expect(state('2024-04-30', prices)).toBeNull()
    expect(state('2025-01-31', prices)).toBe('awaiting data')
  })
  it('a picture on the last day of a window is enough for it; a look back asks for more', () => {
    const picture = { ...held('education', 2025, '2025-10-31', '2026-04-09'), year: null }
    const state = (measure: typeof flow, d: string) =>
      standingOf(measure, [['education']], none, [picture], at(d, R12))?.state ?? null
    expect(state(flow, '2025-10-31')).toBeNull()
    expect(state(flow, '2025-09-30')).toBe('not measured')
    const back = measureOf('m', { at: 'within period', looks_back: '12 months' }, 'select 1')
    expect(state(back, '2025-10-31')).toBe('not measured')
  })
  it('a look back of one relation asks it of the events that feed that relation, and not of episodes or of a picture', () => {
    const back = measureOf('m', { looks_back: '12 months of health_event' }, 'select 1')
    const listed = { ...held('annex_a_list_8', 2025, '2025-03-31', '2025-10-31'), year: null }
    const checks = { ...held('ssd_cla_health', 2025, '2024-04-01', '2025-10-31'), year: null }
    const state = (d: string, ...holdings: readonly Holding[]) =>
      standingOf(back, [['Episodes'], ['ssd_cla_health', 'annex_a_list_8']], none, [...episodes, ...holdings], at(d))
        ?.state ?? null
    expect(state('2025-03-31', checks)).toBeNull()
    expect(state('2025-02-28', checks)).toBe('not measured')
    expect(state('2025-03-31', listed)).toBeNull()
    const early = { ...checks, first: day('2022-01-01') }
    expect(state('2023-04-30', early)).toBeNull()
    expect(() => measureOf('m', { looks_back: '12 months of health_events' }, 'select 1')).toThrow('that has a source')
  })
  it('of a picture that is too old it says the day, of a file how far it is held, as files are named', () => {
    const budget = { ...held('budget', 2026, '2026-09-30', '2027-10-01'), year: null }
    const visits = { ...held('visits', 2026, '2023-04-01', '2026-10-31'), year: null }
    const reason = (source: string, d: string) =>
      standingOf(stock, [[source]], none, [budget, visits, ...episodes], at(d))?.reason
    expect(reason('budget', '2034-12-31')).toBe(
      'The latest of budget.csv is as at 30 September 2026, too old for 31 December 2034',
    )
    expect(reason('visits', '2026-11-30')).toBe('visits.csv is held up to 31 October 2026')
    expect(reason('Episodes', '2026-11-30')).toBe('Episodes are held up to 31 October 2025')
  })
  it('says what to load', () =>
    expect(standingOf(stock, [['postcodes']], none, [], at('2025-03-31'))?.reason).toBe(
      'Needs postcodes.csv, which has not been loaded',
    ))
})

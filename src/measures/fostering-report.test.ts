import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type MeasureDefinition, readMeasure } from '../definitions/measure.ts'
import { day } from '../kit/day.ts'
import { periodsBetween } from '../kit/period.ts'
import { councils } from './council.fixture.ts'
import { series } from './series.ts'
import { measureNamed } from './session.ts'

const folder = join(import.meta.dirname, '../../measures/fostering')
const named = (id: string): MeasureDefinition => readMeasure(join(folder, `${id}.sql`))
const LAST = day('2026-03-31')

// indicators.md 5.1: the sections of one council's report of 2020 each add up.
describe('a fostering report of 2020', () => {
  const sections = {
    E06000001: {
      households: [21, 74, 27, 1, 18],
      approved: [22, 19],
      ended: [16, 8],
      unavailable: [19, 26, 6, 3],
      used: [163, 15, 54, 35],
    },
    E06000002: {
      households: [19, 85, 33, 1, 11],
      approved: [5, 5],
      ended: [2, 2],
      unavailable: [20, 26, 6, 3],
      used: [145, 5, 55, 16],
    },
    E06000003: {
      households: [17, 89, 38, 1, 11],
      approved: [5, 7],
      ended: [0, 2],
      unavailable: [18, 29, 7, 2],
      used: [174, 15, 56, 16],
    },
  }
  const order = ['long_term', 'short_term', 'connected', 'fostering_to_adopt', 'respite']
  const reasons = ['carer_break_or_resigning', 'needs_of_child', 'sibling_group_only', 'staying_put']
  const breaks = {
    personal_health: 7,
    pending_resignation: 2,
    standards_investigation: 2,
    post_adoption: 2,
    connected_to_close: 2,
    update_assessment: 3,
  }

  function tablesOf({ households, approved, ended, unavailable, used }: (typeof sections)['E06000001']) {
    const rows: string[] = []
    const left = [...approved]
    for (const [i, n] of households.entries())
      for (let k = 0; k < n; k++) {
        const kind = order[i] === 'connected' ? 1 : 0
        const isNew = (left[kind] ?? 0) > 0
        if (isNew) left[kind] = (left[kind] ?? 0) - 1
        rows.push(
          [
            `H${i}-${k}`,
            isNew ? '2026-02-02' : '2020-01-01',
            '',
            isNew ? '2026-02-02' : '2020-01-01',
            '',
            '',
            order[i],
          ].join(' | '),
        )
      }
    for (const [kind, n] of ended.entries())
      for (let k = 0; k < n; k++)
        rows.push(
          [
            `X${kind}-${k}`,
            '2020-01-01',
            '2026-03-02',
            '2020-01-01',
            '2026-03-02',
            'retired',
            kind === 1 ? 'connected' : 'short_term',
          ].join(' | '),
        )
    const [filled, vacant, , respite] = used
    const onBreak = unavailable[0] === 18 ? Object.entries(breaks) : [['other', unavailable[0]] as const]
    return {
      foster_households: `household_id | valid_from | valid_to | approval_date | approval_end_date | end_reason | care_type\n${rows.join('\n')}`,
      foster_places: [
        'as_at | household_id | place_status | reason | sub_reason | places',
        `2026-03-31 | H1 | filled | | | ${filled}`,
        `2026-03-31 | H1 | vacant | | | ${vacant}`,
        `2026-03-31 | H1 | respite | | | ${respite}`,
        ...onBreak.map(([why, n]) => `2026-03-31 | H1 | not_available | ${reasons[0]} | ${why} | ${n}`),
        ...reasons.slice(1).map((reason, i) => `2026-03-31 | H1 | not_available | ${reason} | | ${unavailable[i + 1]}`),
      ].join('\n'),
    }
  }

  it('comes out: 141, 149 and 156 households, 41, 10 and 12 approved, 24, 4 and 2 ended, 54, 55 and 56 places not available, 18 of them for a break', async () => {
    const ids = [
      'households-by-care-type',
      'carers-approved',
      'carers-deregistered',
      'fostering-places-not-available',
      'places-of-carers-on-a-break',
      'use-of-fostering-places',
    ]
    const session = await councils(
      ids.map(named),
      Object.fromEntries(Object.entries(sections).map(([authority, given]) => [authority, tablesOf(given)])),
    )
    const periods = periodsBetween('quarter', LAST, LAST)
    const table = async (id: string, slice: string, codes: readonly string[]) => {
      const points = await series(session, { measure: measureNamed(session, id), periods, slices: [[slice]] })
      return Object.keys(sections).map(authority => {
        const own = points.filter(point => point.authority === authority)
        const of = (code: string | null): number | null =>
          own.find(point => (point.slice?.[slice] ?? null) === code)?.numerator ?? null
        return [of(null), ...codes.map(code => of(code) ?? 0)]
      })
    }
    const each = <T>(pick: (given: (typeof sections)['E06000001']) => T): readonly T[] =>
      Object.values(sections).map(pick)
    const withTotal = (parts: readonly number[]): readonly number[] => [parts.reduce((sum, n) => sum + n, 0), ...parts]
    expect(await table('households-by-care-type', 'care_type', order)).toEqual(each(one => withTotal(one.households)))
    expect(await table('carers-approved', 'kind_of_carer', ['mainstream', 'connected'])).toEqual(
      each(one => withTotal(one.approved)),
    )
    expect(await table('carers-deregistered', 'kind_of_carer', ['mainstream', 'connected'])).toEqual(
      each(one => withTotal(one.ended)),
    )
    expect(await table('fostering-places-not-available', 'why_not_available', reasons)).toEqual(
      each(one => withTotal(one.unavailable)),
    )
    expect((await table('places-of-carers-on-a-break', 'why_on_a_break', Object.keys(breaks)))[2]).toEqual([
      18, 7, 2, 2, 2, 2, 3,
    ])
    expect(
      await table('use-of-fostering-places', 'place_status', ['filled', 'vacant', 'not_available', 'respite']),
    ).toEqual(each(one => withTotal(one.used)))
    expect(
      each(one => [one.households, one.approved, one.ended, one.unavailable].map(parts => withTotal(parts)[0])),
    ).toEqual([
      [141, 41, 24, 54],
      [149, 10, 4, 55],
      [156, 12, 2, 56],
    ])
    session.engine.close()
  })
})

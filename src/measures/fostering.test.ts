import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MeasureDefinition, readMeasure } from '../definitions/measure.ts'
import { addDays, type Day, day } from '../kit/day.ts'
import { type Period, periodsBetween } from '../kit/period.ts'
import { councils } from './council.fixture.ts'
import { series } from './series.ts'
import { measureNamed, type Session } from './session.ts'

const folder = join(import.meta.dirname, '../../measures/fostering')
const named = (id: string): MeasureDefinition => readMeasure(join(folder, `${id}.sql`))
const report = {
  opening: 'households-at-opening',
  approved: 'carers-approved',
  ended: 'carers-deregistered',
  changed: 'households-changing-type',
  difference: 'households-not-reconciled',
  net: 'net-change-in-households',
  closing: 'fostering-households',
} as const
type Line = keyof typeof report
const lines = Object.keys(report) as readonly Line[]

const types = ['long_term', 'short_term', 'connected', 'fostering_to_adopt', 'respite'] as const
const LODGINGS = 'supported_lodgings'

/** What a household does next, and for how many days: another version of its approval, a new approval, or nothing. */
const step = fc.record({
  does: fc.constantFrom('version', 'version', 'approval', 'gap'),
  type: fc.constantFrom(...types, LODGINGS),
  days: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(1, 2, 28, 30, 31)),
})
const household = fc.record({
  from: fc.integer({ min: 0, max: 700 }),
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  open: fc.boolean(),
})
type Version = { readonly from: Day; to: Day | null; readonly type: string; readonly approval: Approval }
type Approval = { readonly from: Day; to: Day | null }
const FIRST = day('2023-04-01')
const LAST = day('2026-03-31')

/** A household's versions, in order; every approval begins with its first version and ends with its last. */
function versionsOf({
  from,
  steps,
  open,
}: typeof household extends fc.Arbitrary<infer T> ? T : never): readonly Version[] {
  const found: Version[] = []
  let at = addDays(FIRST, from)
  let approval: Approval | null = null
  const close = (): void => {
    const last = found.at(-1)
    if (approval && last) approval.to = last.to = at
    approval = null
  }
  for (const { does, type, days } of steps) {
    if (does !== 'version') close()
    if (does !== 'gap') {
      const last = found.at(-1)
      if (approval && last) last.to = at
      approval ??= { from: at, to: null }
      found.push({ from: at, to: null, type, approval })
    }
    at = addDays(at, days)
  }
  if (!open) close()
  return found
}

const asTable = (households: readonly (readonly Version[])[]): string =>
  [
    'household_id | valid_from | valid_to | approval_date | approval_end_date | end_reason | care_type',
    ...households.flatMap((versions, i) =>
      versions.map(({ from, to, type, approval }) =>
        [`H${i}`, from, to ?? '', approval.from, approval.to ?? '', approval.to ? 'resigned' : '', type].join(' | '),
      ),
    ),
  ].join('\n')

type Figures = ReadonlyMap<string, number>
const key = (authority: string, end: Day, type: string): string => `${authority} ${end} ${type}`

/** One line of the report by authority, period and type; type '' is the whole. */
async function lineOf(session: Session, id: string, periods: readonly Period[]): Promise<Figures> {
  const points = await series(session, { measure: measureNamed(session, id), periods, slices: [['care_type']] })
  return new Map(
    points.map(({ authority, period_end, slice, value }) => [
      key(authority, period_end, slice?.care_type ?? ''),
      value ?? 0,
    ]),
  )
}

describe('the table of fostering households', () => {
  it('reconciles in every month: opening + approved − ended ± changed = closing, by type and in all, and types add up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(household, { minLength: 1, maxLength: 25 }), { minLength: 6, maxLength: 6 }),
        async given => {
          const lives = given.map(council => council.map(versionsOf))
          const session = await councils(
            Object.values(report).map(named),
            Object.fromEntries(
              lives.map((households, i) => [`E0600000${i}`, { foster_households: asTable(households) }]),
            ),
            { from: day('2023-03-01'), to: LAST },
          )
          const periods = periodsBetween('month', FIRST, LAST)
          const got = {} as Record<Line, Figures>
          for (const line of lines) got[line] = await lineOf(session, report[line], periods)
          session.engine.close()
          for (const [i, households] of lives.entries()) {
            let before: readonly number[] | null = null
            for (const { end } of periods) {
              const value = (line: Line, type: string): number => got[line].get(key(`E0600000${i}`, end, type)) ?? 0
              for (const type of ['', ...types]) {
                expect(
                  value('opening', type) + value('approved', type) - value('ended', type) + value('changed', type),
                ).toBe(value('closing', type))
                expect(value('net', type)).toBe(value('approved', type) - value('ended', type))
                expect(value('difference', type)).toBe(0)
              }
              for (const line of lines)
                expect(types.reduce((sum, type) => sum + value(line, type), 0)).toBe(value(line, ''))
              // The closing is who is approved that day, by a plain look; the opening is the closing of the month before.
              const approved = households.flatMap(versions =>
                versions.filter(({ from, to }) => from <= end && (to === null || to > end)),
              )
              const byType = types.map(type => approved.filter(version => version.type === type).length)
              expect(types.map(type => value('closing', type))).toEqual(byType)
              if (before) expect(types.map(type => value('opening', type))).toEqual(before)
              before = byType
            }
          }
        },
      ),
      { numRuns: 2 },
    )
  })

  it('says by how much it does not, where a list of dates does not agree: then the difference closes the sum', async () => {
    const session = await councils(Object.values(report).map(named), {
      E06000001: {
        foster_households: `household_id | valid_from | valid_to | approval_date | care_type
          H1 | 2020-01-01 | 2026-03-10 | 2020-01-01 | short_term
          H2 | 2026-03-10 |            | 2021-01-01 | respite
          H3 | 2020-01-01 |            | 2026-03-10 | short_term
          H4 | 2026-03-01 |            | 2026-03-01 | connected`,
      },
    })
    const periods = periodsBetween('month', LAST, LAST)
    const value = async (line: Line): Promise<number> =>
      (await lineOf(session, report[line], periods)).get(key('E06000001', LAST, '')) ?? Number.NaN
    const [opening, approved, ended, changed, difference, net, closing] = await Promise.all(lines.map(value))
    session.engine.close()
    expect({ opening, approved, ended, changed, difference, net, closing }).toEqual({
      opening: 2,
      approved: 2,
      ended: 0,
      changed: 0,
      difference: -1,
      net: 2,
      closing: 3,
    })
  })
})

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

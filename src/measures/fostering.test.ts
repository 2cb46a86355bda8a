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
        fc.array(fc.array(household, { minLength: 1, maxLength: 25 }), { minLength: 12, maxLength: 12 }),
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
      // One run has twelve councils: the model is built once.
      { numRuns: 1 },
    )
  }, 120_000)

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

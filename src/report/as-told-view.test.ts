import { describe, expect, it } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import { addDays, addMonths, type Day, day, monthEnd } from '../kit/day.ts'
import type { ToldVersion } from './as-told.ts'
import { asToldView } from './as-told-view.ts'
import { draft, figure } from './row.fixture.ts'

const month = (i: number): Day => monthEnd(addMonths(day('2026-01-01'), i))
const counts = (...values: readonly (number | null)[]) =>
  values.map((n, i) =>
    n === null
      ? figure(null, null, { value: null, state: 'awaiting data', periodEnd: month(i) })
      : figure(n, null, { periodEnd: month(i) }),
  )
/** A version made some days after the end of the month numbered. */
const version = (
  number: number,
  after: number,
  values: readonly (number | null)[],
  more: Partial<ToldVersion> = {},
): ToldVersion => ({
  number,
  knownOn: addDays(month(after), 10),
  submittedOn: null,
  figures: counts(...values),
  ...more,
})
const view = (now: readonly (number | null)[], versions: readonly ToldVersion[], audience: Audience = 'analyst') =>
  asToldView(draft('count', counts(...now)), { versions, unread: [] }, audience)

describe('asToldView', () => {
  it('is nothing where no earlier version said anything', () => expect(view([40], [])).toBeNull())
  it('says what each earlier version said of the latest period, and by how much it has changed', () => {
    const found = view([30, 34], [version(1, 1, [30, 31]), version(2, 1, [30, 33], { submittedOn: day('2026-06-30') })])
    expect(found?.lines.map(line => [line.version, line.figure.text, line.change.text])).toEqual([
      ['Data version 1', '31', '+3'],
      ['Data version 2, submitted to DfE on 30 June 2026', '33', '+1'],
    ])
  })
  it('has a ghost for each period that was last told otherwise, by the last version that had it', () => {
    const found = view([30, 34, 36], [version(1, 1, [29, 30, null]), version(2, 2, [30, 31, 35])])
    expect(
      found?.changed.map(({ periodEnd, told, now, change, version: by }) => [
        periodEnd,
        told.text,
        now.text,
        change.text,
        by,
      ]),
    ).toEqual([
      ['2026-02-28', '31', '34', '+3', 'Data version 2'],
      ['2026-03-31', '35', '36', '+1', 'Data version 2'],
    ])
  })
  it('says how far figures first told in time have moved since: least, most and middle, without the latest', () => {
    const versions = [
      version(1, 0, [40, null, null, null]),
      version(2, 1, [41, 40, null, null]),
      version(3, 2, [41, 42, 40, null]),
      version(4, 3, [41, 42, 45, 40]),
    ]
    expect(view([41, 42, 45, 90], versions)?.usual).toContain('3 periods before')
    expect(view([41, 42, 45, 90], versions)?.usual).toContain('changed by +1 to +5 since; the middle one by +2')
    expect(view([41, 42, 45, 90], versions.slice(1))?.usual).not.toContain('+1 ')
  })
  it('has no usual correction from fewer than three, or from figures first told long after', () => {
    const late = version(1, 8, [39, 39, 39, 39, 40])
    expect(view([41, 42, 45, 41, 40], [late])?.usual).toBeNull()
    expect(view([41, 42, 45], [version(1, 2, [40, 40, 40])])?.usual).toBeNull()
  })
  it('shows a board what was told only where both figures may be seen', () => {
    const found = view([40, 4, 40], [version(1, 2, [4, 40, 39])], 'board')
    expect(found?.changed.map(({ told, now }) => [told.text, now.text])).toEqual([['39', '40']])
    expect(found?.notes.join()).toContain('may not be seen')
    expect(view([40, 4, 40], [version(1, 2, [4, 40, 39])])?.changed).toHaveLength(3)
  })
  it('gives a board no usual correction that is worked out from a hidden figure', () => {
    const versions = (first: number) => [version(1, 2, [first, 40, 40, 40])]
    expect(view([41, 42, 45, 40], versions(40), 'board')?.usual).not.toBeNull()
    expect(view([41, 42, 45, 40], versions(4), 'board')?.usual).toBeNull()
  })
  it('says which versions could not be read', () => {
    const told = { versions: [version(2, 1, [30, 31])], unread: [1] }
    expect(asToldView(draft('count', counts(30, 31)), told, 'analyst')?.notes.join()).toContain(
      'Data version 1 cannot be read',
    )
  })
})

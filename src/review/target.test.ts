import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { targetOn } from './target.ts'
import { type Named, readTargets } from './target-file.ts'

const header = [
  'measure',
  'from',
  'to',
  'operator',
  'value',
  'amber_within',
  'amber_percent',
  'profile',
  'rationale',
  'set_by',
  'agreed_on',
]
const row = (values: Readonly<Record<string, string>>, line = 2) => {
  const all: Readonly<Record<string, string>> = {
    measure: 'CP8',
    from: '2026-04-01',
    to: '2027-04-01',
    operator: '>=',
    value: '20',
    set_by: 'Board',
    agreed_on: '11/03/2026',
    ...values,
  }
  return { line, cells: new Map(header.map(name => [name, all[name] ?? ''])) }
}
const read = (...rows: readonly ReturnType<typeof row>[]) => readTargets(rows)

describe('readTargets', () => {
  it('reads a target with its tolerance in the unit', () => {
    expect(read(row({ amber_within: '2' })).targets).toMatchObject([
      { measure: 'CP8', from: '2026-04-01', value: 20, amberWithin: 2, agreedOn: '2026-03-11' },
    ])
  })
  it('turns a tolerance in per cent of the target into the unit', () =>
    expect(read(row({ value: '40', amber_percent: '5' })).targets[0]?.amberWithin).toBe(2))
  it('reads both ends of a band', () =>
    expect(read(row({ operator: 'between', value: '10..15' })).targets).toMatchObject([{ value: 10, high: 15 }]))
  it('asks whether 31 March should be 1 April, and still reads the row', () => {
    const { targets, faults } = read(row({ to: '2027-03-31' }))
    expect(targets).toHaveLength(1)
    expect(faults).toMatchObject([{ column: 'to', warning: true, line: 2 }])
    expect(faults[0]?.says).toContain('2027-04-01')
  })
  it('collects every fault of a row, names line and column, and leaves the row out', () => {
    const { targets, faults } = read(row({ from: '31/02/2026', operator: '=>', value: 'ten' }, 7))
    expect(targets).toHaveLength(0)
    expect(faults.map(({ line, column }) => `${line} ${column}`)).toEqual(['7 from', '7 operator', '7 value'])
  })
  it('refuses two targets of one measure in force at once', () => {
    const { faults } = read(row({}), row({ from: '2026-10-01' }, 3))
    expect(faults).toMatchObject([{ line: 3, column: 'from', warning: false }])
  })
  const named = (reference: string): Named =>
    reference === 'CP99'
      ? { kind: 'none', says: 'There is no CP99.' }
      : {
          kind: 'measure',
          id: ['NUM-01', 'CP1'].includes(reference) ? 'in-care' : reference,
          share: reference === 'CP8',
        }
  it('refuses a reference that names no measure, and a percentage outside 0 to 100', () => {
    const { targets, faults } = readTargets(
      [
        row({ measure: 'CP99' }),
        row({ value: '120' }, 3),
        row({ operator: 'between', value: '90..101' }, 4),
        row({ profile: '-1;2;3;4;5;6;7;8;9;10;11;12' }, 5),
        row({ measure: 'NUM-01', value: '620' }, 6),
        row({ value: '100' }, 7),
      ],
      named,
    )
    expect(faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 measure',
      '3 value',
      '4 value',
      '5 profile',
    ])
    expect(targets.map(({ measure }) => measure)).toEqual(['NUM-01', 'CP8'])
  })
  it('knows two references of one measure, and names the line of the one that overlaps', () => {
    const { faults } = readTargets(
      [row({ value: 'x' }), row({ measure: 'NUM-01' }, 3), row({ measure: 'CP1', from: '2026-10-01' }, 4)],
      named,
    )
    expect(faults.slice(1)).toMatchObject([{ line: 4, column: 'from' }])
    expect(faults[1]?.says).toContain('NUM-01, the same measure')
  })
  it('spreads a profile over the twelve month ends from its first day', () => {
    const profile = '20;21;22;23;24;25;26;27;28;29;30;31'
    expect(read(row({ profile })).targets[0]?.profile).toMatchObject({ '2026-04-30': 20, '2027-03-31': 31 })
    expect(read(row({ profile: '1;2' })).faults).toMatchObject([{ column: 'profile' }])
  })
})

describe('targetOn', () => {
  const { targets } = read(
    row({ profile: '20;21;22;23;24;25;26;27;28;29;30;31' }),
    row({ measure: 'NUM-07', operator: '<', value: '1', to: '' }, 3),
  )
  it('is in force from its first day and not on the day it ends', () => {
    expect(targetOn(targets, ['CP8'], day('2026-04-01'))).toMatchObject({ kind: 'set', value: 20 })
    expect(targetOn(targets, ['CP8'], day('2027-04-01'))).toEqual({ kind: 'being set' })
  })
  it('follows its profile month by month', () =>
    expect(targetOn(targets, ['CP8'], day('2026-10-15'))).toMatchObject({ value: 26 }))
  it('knows a measure by any of its names, in any case', () =>
    expect(targetOn(targets, ['ratio', 'num-07'], day('2030-01-01'))).toMatchObject({ kind: 'set', value: 1 }))
  it('is none for a measure that never had one', () =>
    expect(targetOn(targets, ['CP9'], day('2026-10-15'))).toEqual({ kind: 'none' }))
})

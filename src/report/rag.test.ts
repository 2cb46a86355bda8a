import { describe, expect, it } from 'vitest'
import { certaintyOf, childrenToTarget, type Goal, statusOf } from './rag.ts'

const goal = (
  operator: Goal['operator'],
  value: number,
  amberWithin: number | null = null,
  upper: number | null = null,
): Goal => ({
  operator,
  value,
  upper,
  amberWithin,
})

describe('statusOf', () => {
  it('is on target exactly on the target, compared unrounded: 16 of 20 meets 80%', () => {
    expect(statusOf(goal('>=', 0.8), 16 / 20)).toBe('on target')
  })
  it('is not on target exactly on a strict target: a ratio of 1 does not meet "<1"', () => {
    expect(statusOf(goal('<', 1), 1)).toBe('off target')
    expect(statusOf(goal('<', 1, 0.2), 1)).toBe('within tolerance')
  })
  it('is within tolerance on the very edge of it and off target just past it', () => {
    expect(statusOf(goal('<=', 0.15, 0.03), 0.18)).toBe('within tolerance')
    expect(statusOf(goal('<=', 0.15, 0.03), 0.1801)).toBe('off target')
  })
  it('has no tolerance where none was set', () => expect(statusOf(goal('>=', 0.95), 0.9499)).toBe('off target'))
  it('takes both ends of a band as on target, and tolerance on both sides', () => {
    const band = goal('between', 10, 2, 15)
    expect([8, 10, 15, 17, 17.1].map(value => statusOf(band, value))).toEqual([
      'within tolerance',
      'on target',
      'on target',
      'within tolerance',
      'off target',
    ])
  })
})

describe('certaintyOf', () => {
  it('adds up to one over the three statuses', () => {
    const target = goal('>=', 0.8, 0.05)
    const total = (['on target', 'within tolerance', 'off target'] as const).reduce(
      (sum, status) => sum + certaintyOf(target, status, 31, 40),
      0,
    )
    expect(total).toBeCloseTo(1, 9)
  })
  it('is near certain far from the target with many children', () =>
    expect(certaintyOf(goal('>=', 0.95), 'off target', 371, 622)).toBeGreaterThan(0.99))
})

describe('childrenToTarget', () => {
  it('counts how many more children with a plan would reach 95%: 220 for 371 of 622', () => {
    expect(childrenToTarget(goal('>=', 0.95), 371, 622)).toBe(220)
  })
  it('is negative where fewer should be counted: 71 fewer children reach 618 from 689', () => {
    expect(childrenToTarget(goal('<=', 618), 689, null)).toBe(-71)
  })
  it('is 0 when the target is met', () => expect(childrenToTarget(goal('<=', 0.05), 20, 689)).toBe(0))
  it('is null where no number of children would do: more than all', () =>
    expect(childrenToTarget(goal('>', 1), 5, 10)).toBeNull())
})

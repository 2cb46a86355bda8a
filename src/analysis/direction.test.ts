import { describe, expect, it } from 'vitest'
import { type DirectionEvidence, directionOf, wordFor } from './direction.ts'

const found = (
  latest: DirectionEvidence['latest'],
  trend: DirectionEvidence['trend'],
  good: 'high' | 'low' | 'neither' = 'high',
) => {
  const { direction, from } = directionOf({ latest, trend }, good)
  return `${direction}, from ${from}`
}

describe('directionOf', () => {
  it('hears the latest point before the trend', () => {
    expect(found('low', 'high')).toBe('getting worse, from latest point')
    expect(found('high', 'low')).toBe('improving, from latest point')
  })
  it('hears the trend where the latest point is quiet or could not be judged', () => {
    expect(found('no special cause', 'high')).toBe('improving, from trend')
    expect(found('not judged', 'low')).toBe('getting worse, from trend')
  })
  it('says no clear change where neither speaks, or flows push both ways', () => {
    expect(found('no special cause', 'no trend')).toBe('no clear change, from nothing')
    expect(found('no special cause', 'refused')).toBe('no clear change, from nothing')
    expect(found('not judged', 'no trend')).toBe('no clear change, from nothing')
    expect(found('both ways', 'high')).toBe('no clear change, from latest point')
  })
  it('has not enough data where neither could be judged', () =>
    expect(found('not judged', 'refused')).toBe('not enough data, from nothing'))
  it('reads the move through what is good', () => {
    expect(found('high', 'no trend', 'low')).toBe('getting worse, from latest point')
    expect(found('low', 'no trend', 'low')).toBe('improving, from latest point')
    expect([wordFor('high', 'neither'), wordFor('low', 'neither')]).toEqual(['rising', 'falling'])
  })
})

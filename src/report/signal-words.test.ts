import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { sayGap, saySince } from './signal-words.ts'

describe('the words for rare events', () => {
  it('call more of them sooner and fewer later', () => {
    expect(sayGap({ rule: 'shift', way: 'high' }, false)).toContain('sooner')
    expect(sayGap({ rule: 'outside the limits', way: 'low' }, false)).toContain('later')
    expect(sayGap({ rule: 'trend', way: 'high' }, false)).toContain('shorter')
    expect(sayGap({ rule: 'outside the limits', way: 'low' }, true)).toContain('since the last')
  })
  it('say a single day as one', () =>
    expect(saySince({ since: day('2026-03-30'), days: 1, signal: null })).toBe(
      'The last was on 30 March 2026, 1 day before 31 March 2026.',
    ))
})

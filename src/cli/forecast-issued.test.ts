import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { whyNotKept } from './forecast-issued.ts'

const from = (at: string, kind: 'model' | 'nothing' = 'model') => ({
  at: day(at),
  standing: kind === 'model' ? ({ kind } as const) : ({ kind, why: 'No child.' } as const),
})

test('a forecast is kept where it starts from the last month end that the data reach, also where they end within a month', () => {
  expect(whyNotKept(from('2026-09-30'), day('2026-09-30'))).toBeNull()
  expect(whyNotKept(from('2026-08-31'), day('2026-09-30'))).toMatch(
    /^Not kept: it starts from 31 August 2026\. One that starts from 30 September 2026/,
  )
  // It knows what came in the rest of its month.
  expect(whyNotKept(from('2026-10-15'), day('2026-10-31'))).toContain('it starts from 15 October 2026')
  expect(whyNotKept(from('2026-10-15'), null)).toBe('Not kept: it starts from 15 October 2026.')
  expect(whyNotKept(from('2026-09-30', 'nothing'), day('2026-09-30'))).toContain('nothing in it')
})

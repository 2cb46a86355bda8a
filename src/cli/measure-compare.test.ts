import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { sayYear } from './measure-compare.ts'

test('a year without a version marked as submitted says the whole command that marks one', () => {
  const now = { value: 0.1, numerator: 2, denominator: 20, text: '10.0%' }
  const lines = sayYear({
    periodEnd: day('2026-03-31'),
    now,
    submitted: null,
    published: null,
    steps: [],
    remainder: null,
  })
  expect(lines.join('\n')).toContain('`hearth versions submit N --on DAY`')
})

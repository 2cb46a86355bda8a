import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('a percentage that no whole number can be is asked about', () => {
  expect(shortly('116 cases were reviewed in June. Timeliness was 94.3%.')).toEqual([
    'question share of a count: 94.3% → 94.0% (109 of 116)',
  ])
  expect(shortly('116 cases were reviewed in June. Timeliness was 94.0%.')).toEqual([])
  expect(shortly('53% of the 12 pupils passed.')).toEqual(['question share of a count: 53% → 50% (6 of 12)'])
})

import { expect, test } from 'vitest'
import { forecastsNamed } from './series-forecast.ts'

test('FCT-01 is all its parts, and each part and each id is one', () => {
  const parts = [3, 6, 12, 24, 36].map(k => `FCT-01:months_${k}`)
  expect(forecastsNamed('fct-01')).toEqual(parts)
  expect(forecastsNamed('FCT-01:months_3')).toEqual(['FCT-01:months_3'])
  expect(forecastsNamed('children-in-care-if-36-months-continue')).toEqual(['FCT-01:months_36'])
  expect(['FCT-02', 'FCT-04', 'NUM-01', 'FCT'].map(name => forecastsNamed(name).length)).toEqual([1, 1, 0, 0])
})

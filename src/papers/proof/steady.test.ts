import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('"static for the last three months" where the figures beside it move', () => {
  expect(shortly('Places, at 154, 158 and 163, have been static for the last three months.')).toHaveLength(1)
  expect(shortly('The ratio was 1.1, 0.9, 0.9 and 0.9. It has been the same for the last three months.')).toEqual([])
  expect(shortly('It has remained static for the last 3 months.')).toEqual([])
})

test('"down for a third quarter running" where one of them is up', () => {
  expect(shortly('Sickness has come down for a third quarter running: 5.1%, 5.6% and 4.9%.')).toHaveLength(1)
  expect(shortly('Sickness has come down for a third quarter running: 5.6%, 5.1% and 4.9%.')).toEqual([])
})

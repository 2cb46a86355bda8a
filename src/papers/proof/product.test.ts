import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('so many at so much a week come to what they come to', () => {
  expect(shortly('Ten children at £5,000 a week for 52 weeks would cost £2.4m.')).toEqual([
    'wrong product: £2.4m → £2.6 million',
  ])
  expect(shortly('Four placements at £3,832 a week would come to £650,000 a year.')).toEqual([
    'wrong product: £650,000 → £0.80 million',
  ])
})

test.each([
  'Ten children at £5,000 a week for 52 weeks would cost £2.6m.',
  'Four young people at £3,832 a week is £797,000 a year.',
  'We have 12 children at £5,000 a week and 30 in foster care; the budget is £2.4m a year.',
  'Ten children at about £5,000 a week for 52 weeks would cost £2.4m.',
])('what holds or cannot be told is left: %s', text => {
  expect(shortly(text)).toEqual([])
})

import { expect, test } from 'vitest'
import { cureOf, type Fault, sayFaults } from './quality-view.ts'

const faultOf = (what: string, count: number, listed: number): Fault => ({
  what,
  count,
  reach: 0,
  touches: [],
  rows: Array.from({ length: listed }, (_, i) => ({ child: `C${i}`, file: 'episodes.csv', line: i + 2 })),
})

test('where a return does not hold a start the cure is an earlier return, and where none says an end a later one; else the rows', () => {
  const cures = [
    'the return does not hold the start of the period of care',
    'care ended and no return says when or why',
  ]
  expect(cures.map(what => cureOf({ what: `Not known: ${what}` }))).toEqual([
    expect.stringContaining('earlier year'),
    expect.stringContaining('later return'),
  ])
  expect(cureOf({ what: 'Not known: home or placement postcode not known' })).toBe(null)
})

test('a list that stops says how many more there are', () => {
  const said = sayFaults([faultOf('Rows', 32, 20), faultOf('Rows', 20, 20), faultOf('Rows', 3, 0)])
  expect(said.map(({ more }) => more)).toEqual(['And 12 more.', '', ''])
})

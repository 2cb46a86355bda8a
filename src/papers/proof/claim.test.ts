import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('two shares that are all there is give the whole', () => {
  expect(
    shortly('18% (54) have left. 82% (246) of the children (of the 297) are still here. There were 300 in all.'),
  ).toEqual(['wrong parts and whole: 297 → 300'])
})

test('one thing said to have fallen twice, and higher the second time, is asked about', () => {
  const text = (second: number): string =>
    `Children with connected carers have dropped from 210 in May 2024 to 112 in July 2024.\n\nConnected carers: in August 2024 this reduced to ${second}.`
  expect(shortly(text(125))).toEqual(['question two values for one thing: 125 → null'])
  expect(shortly(text(110))).toEqual([])
})

import { expect, it } from 'vitest'
import { personsAged } from './population.ts'

it('takes the range as given before adding up narrower ones, so that nobody is in it twice', () =>
  expect(
    personsAged(
      [
        { from: 0, to: 4, persons: 10 },
        { from: 0, to: 17, persons: 50 },
        { from: 5, to: 17, persons: 41 },
      ],
      0,
      17,
    ),
  ).toBe(50))
it('adds single years up where they cover the range', () =>
  expect(
    personsAged(
      [
        { from: 1, to: 1, persons: 2 },
        { from: 0, to: 0, persons: 1 },
        { from: 2, to: 3, persons: 4 },
      ],
      0,
      3,
    ),
  ).toBe(7))
it('has no figure where an age is missing', () =>
  expect(
    personsAged(
      [
        { from: 0, to: 0, persons: 1 },
        { from: 2, to: 3, persons: 4 },
      ],
      0,
      3,
    ),
  ).toBeNull())

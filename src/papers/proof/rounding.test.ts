import { expect, test } from 'vitest'
import type { Figure } from './figure.ts'
import { figuresOf } from './figures-of.ts'
import { agrees, exactly, sayAs } from './rounding.ts'

const figure = (text: string): Figure => {
  const [found] = figuresOf(text)
  if (!found) throw new Error(text)
  return found
}

test('half up, half to even and cut off are all how people round', () => {
  expect(agrees(figure('12.4%'), exactly(12.35))).toBe(true)
  expect(agrees(figure('12.3%'), exactly(12.35))).toBe(true)
  expect(agrees(figure('12.3%'), exactly(12.39))).toBe(true)
  expect(agrees(figure('12.3%'), exactly(12.4))).toBe(true)
  expect(agrees(figure('12.3%'), exactly(12.42))).toBe(false)
  expect(agrees(figure('12.3%'), exactly(12.24))).toBe(false)
})

test('a count is itself', () => {
  expect(agrees(figure('12'), exactly(12.4))).toBe(false)
})

test('"about" allows some, and "more than" all above', () => {
  expect(agrees(figure('about 40%'), exactly(42))).toBe(true)
  expect(agrees(figure('about 40%'), exactly(45))).toBe(false)
  expect(agrees(figure('more than 40%'), exactly(72))).toBe(true)
  expect(agrees(figure('more than 40%'), exactly(39))).toBe(false)
  expect(agrees(figure('just under half'), exactly(51))).toBe(false)
})

test('what should stand there is said as it was printed', () => {
  expect(sayAs(figure('£2.8m'), 2_412_000)).toBe('£2.4 million')
  expect(sayAs(figure('72%'), 64.75)).toBe('65%')
})

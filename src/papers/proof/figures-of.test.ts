import { expect, test } from 'vitest'
import { figuresOf } from './figures-of.ts'

const read = (text: string): readonly string[] =>
  figuresOf(text)
    .filter(({ kind }) => kind !== 'date' && kind !== 'label')
    .map(
      ({ kind, value, nearness }) => `${kind} ${Number(value.toFixed(2))}${nearness === 'exact' ? '' : ` ${nearness}`}`,
    )

test('counts in digits and in words, percentages, points, rates, money and days are read', () => {
  expect(read('Of 1,184 reviews twenty-one were late.')).toEqual(['count 1184', 'count 21'])
  expect(read('It rose by three per cent, or 2.5 percentage points, to 61.2%.')).toEqual([
    'percent 3',
    'points 2.5',
    'percent 61.2',
  ])
  expect(read('The rate is 70 per 10,000 and £1.2 million was spent in 392 days.')).toEqual([
    'rate 70',
    'money 1200000',
    'time 392',
  ])
  expect(read('one hundred and six children')).toEqual(['count 106'])
})

test('fractions in words are shares, with how near they are said to be', () => {
  expect(read('about a third, just over half and nearly two-thirds')).toEqual([
    'share 33.33 about',
    'share 50 just over',
    'share 66.67 just under',
  ])
  expect(read('Eight in ten children and 17 of every 20')).toEqual(['share 80', 'share 85'])
})

test('ages, dates, sections, distances and spans of time are no figures', () => {
  expect(read('Children aged 10 to 17, the under-18s and the 16+ service, under section 20.')).toEqual([])
  expect(read('On 31 March 2025, in Q2 of 2024/25 and over the last 12 months, more than 20 miles away.')).toEqual([])
  expect(read('Table 4, regulation 44, key stage 2, Covid-19, CP12 and A1.')).toEqual([])
  expect(read('three or more placements within 20 working days')).toEqual([])
})

test('a third quarter is no third, and a half-year no half', () => {
  expect(read('for a third quarter running, in the half-year')).toEqual([])
})

test('a number at the start of a month is a figure, and a two-digit year no more than that', () => {
  expect(read('January 1.3, February 1.1')).toEqual(['number 1.3', 'number 1.1'])
  expect(read('There were 188 children in March 17')).toEqual(['count 188'])
})

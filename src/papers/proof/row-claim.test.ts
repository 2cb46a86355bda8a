import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('commentary in a row that its own figures contradict is asked about', () => {
  const row = (ours: string): string =>
    `Indicator\tStatistical neighbours\tLast year\tNow\tCommentary\nHealth assessments up to date\t88%\t85%\t${ours}\tWe have worked hard on this with colleagues in health, and are doing better than similar councils.`
  expect(shortly(row('81%'))).toEqual(['question comparison: 81%: better than similar → worse'])
  expect(shortly(row('91%'))).toEqual([])
})

test('a status that value, target and polarity contradict is asked about', () => {
  const row = (status: string): string =>
    `| Measure | Target | Latest | Status | Polarity |\n| Absence | 8% | 9.5% | ${status} | Lower is better |`
  expect(shortly(row('Green'))).toEqual(['question comparison: Green → off target'])
  expect(shortly(row('Red'))).toEqual([])
})

test('a percentage that no whole number of its cohort can be is asked about', () => {
  expect(
    shortly(
      'Indicator\tNow\tCommentary\nSuitable accommodation\t83.3%\tThis cohort of 65 is small, and a few young people who moved home have changed the figure.',
    ),
  ).toEqual(['question share of a count: 83.3% → 83.1% (54 of 65)'])
})

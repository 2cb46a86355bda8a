import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  ['There were 43 admissions in the year, 28 boys and 18 girls.', 'wrong parts and whole: 43 → 46'],
  ['There were 43 admissions in the year, 28 of them aged over 10 and 18 under 10.', 'wrong parts and whole: 43 → 46'],
  ['147 assessments were completed, 98 within timescale and 59 out of timescale.', 'wrong parts and whole: 147 → 157'],
  ['19 girls and 23 boys make up the group of 44.', 'wrong parts and whole: 44 → 42'],
  ['82% of reviews were on time, and 28% were late.', 'wrong percentages that should total 100: 82% + 28% → 18%'],
  ['133 of 150 reviews were on time; 19 were late.', 'wrong parts and whole: 19 → 17'],
  ['31 young people replied (14 boys and 19 girls).', 'wrong parts and whole: 31 → 33'],
])('two that are all there is: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  'There were 43 admissions in the year, 25 boys and 18 girls.',
  '147 assessments were completed, 98 within timescale and 49 out of timescale.',
  '62% of boys and 54% of girls reached the standard.',
  '82% of reviews were on time and 27% of visits were late.',
  'Of the 64 children, 30 boys and 20 girls took part in the survey; the others did not reply.',
  '133 of 150 reviews were on time; 17 were late.',
  '88 of the 96 children were seen, leaving 8 unseen.',
  'A plan was completed for 93.5% and 88.5% are at a school that is good or outstanding.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})

import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  ['Of the 250 children, 61 (31%) live with relatives.', '31%', '24%'],
  ['61 of 250 (31%) live with relatives.', '31%', '24%'],
  ['31% of children (61 of 250) live with relatives.', '31%', '24%'],
  ['61/250 = 31%', '31%', '24%'],
  ['Two thirds (18) of the 31 had moved.', 'Two thirds', '58%'],
  ['61 children (31%) of a total of 250 were seen.', '31%', '24%'],
  ['Performance stands at 87.5% (28/36).', '87.5%', '77.8%'],
  ['Seven of the nine, or 67%, were on time.', '67%', '78%'],
  ['There are 61 such children, 31% of the 250 in care.', '31%', '24%'],
  ['250 children were due, of whom 61 (31%) were seen.', '31%', '24%'],
])('%s', (text, found, expected) => {
  expect(shortly(text)).toEqual([`wrong share of a count: ${found} → ${expected}`])
})

test.each([
  'Of the 250 children, 61 (24.4%) live with relatives.',
  '581 of 603 (96.3%) were seen, which is cut off and not rounded.',
  'About a quarter, 61 of 250, live with relatives.',
  'Of the 250 children 61 left, and 12 (20%) of those returned.',
  'The number fell by 20% from 50, and 12 of 61 were new.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})

test('a percentage whose whole was named in the sentence before is held against it', () => {
  expect(shortly('The service held 200 reviews. 170 of these (91%) were on time.')).toEqual([
    'question share of a count: 91% → 85%',
  ])
})

test('a share said again is held against its pair', () => {
  expect(shortly('We see 45 of 50 young people. In other words, 95% of them.')).toEqual([
    'wrong share of a count: 95% → 90%',
  ])
})

test('a count with a percentage and no whole anywhere is left alone', () => {
  expect(shortly('18 (12%) had a disability.')).toEqual([])
})

test('a fraction in words is held against its counts and its percentage', () => {
  expect(shortly('More than half of the 94 referrals (41) came from schools.')).toEqual([
    'question share of a count: half → 44%',
  ])
  expect(shortly('One in five of our 180 care leavers, 54 young people, live alone.')).toEqual([
    'wrong share of a count: One in five → 30%',
  ])
  expect(shortly('Just over three quarters (62%) of plans were signed.')).toEqual([
    'wrong share of a count: three quarters → 62%',
  ])
  expect(shortly('More than half of the 94 referrals (51) came from schools.')).toEqual([])
  expect(shortly('Just over three quarters (77%) of plans were signed.')).toEqual([])
})

test('of a part with decimals the whole may have been rounded', () => {
  expect(shortly('Social workers with caseloads of 15 to 20: 64.5% (22.9 of 36).')).toEqual([])
})

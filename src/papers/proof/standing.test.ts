import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  ['The target of 95% was met, with 93.2% of visits on time.', 'question comparison: met → below'],
  ['We missed the target of 80%, with 84% of visits on time.', 'question comparison: missed → above'],
  ['Against a target of 85%, performance was 87% on time, missing the target.', 'question comparison: missing → above'],
  ['The England average is 66% and we are at 61%, so we are above it.', 'wrong comparison: above → below'],
  ['We remain above the regional average: 54 per 10,000 against 61.', 'wrong comparison: above → below'],
  ['Our rate is 62 per 10,000. The regional rate is 58. We are below the region.', 'wrong comparison: below → above'],
  ['Our 68% of reviews on time is better than England (71%).', 'wrong comparison: better than → below'],
  ['More children left (42) than came in (47).', 'wrong comparison: More → fewer'],
  [
    'A10 averaged 391 days against a threshold of 426 days, which is worse than the national threshold.',
    'question comparison: worse than → below',
  ],
  [
    'It took 412 days; the national threshold is 426. We are therefore not yet meeting the threshold.',
    'question comparison: not yet meeting the threshold → below',
  ],
])('where a figure stands to a target or to others: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  'The target of 90% was not met: 86% were seen in time.',
  'Against a target of 10%, 9.1% had three or more placements, so the target was met.',
  'The England average is 66% and we are at 71%, so we are above it.',
  'The national figure of 91% is above our 88%.',
  '88% is above the England average of 85% but below our target of 90%.',
  'We remain below the national average: 54 per 10,000 against 70.',
  'Fewer children came in (41) than left (44).',
  "The target for next year is 85%, higher than this year's 80%.",
  'Our rate is 62 per 10,000. The regional rate is 58. We are above the region.',
  'Missing the target again, 84% of visits were on time; the target is 90%.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})

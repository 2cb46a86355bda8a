import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  [
    'A budget of £4.6m and spend of £5.1m leaves an overspend of £0.7m.',
    'wrong size of a change: £0.7m → £0.5 million',
  ],
  [
    'The budget is £12.4m. The forecast is £13.6m. The pressure is therefore £1.4m.',
    'wrong size of a change: £1.4m → £1.2 million',
  ],
  [
    'The service spent £9.8m of its budget of £10.3m, an overspend of £0.5m.',
    'wrong direction of a change: £0.5m → an underspend',
  ],
  [
    'The gap between our 71% and the national 78% is nine percentage points.',
    'wrong size of a change: nine percentage points → 7 percentage points',
  ],
  [
    '78% were seen in time, 5 percentage points below the target of 80%.',
    'wrong size of a change: 5 percentage points → 2 percentage points',
  ],
  ['82% were seen in time, 2 percentage points below the target of 80%.', 'wrong comparison: below → above'],
  [
    '41% are in-house and 49% are with agencies, so that 10% more are with agencies.',
    'wrong size of a change: 10% → 8 percentage points',
  ],
])('how far apart two figures are said to be: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  'A budget of £4.6m and spend of £5.1m leaves an overspend of £0.5m.',
  'The budget is £12.4m and the forecast £13.6m. Of the pressure, £0.9m is residential care.',
  'The forecast is £9.8m against a budget of £10.3m, an underspend of £0.5m, of which £0.3m will be carried forward.',
  'Spend was £4.6m on a budget of £5.1m, with savings of £0.2m from better buying.',
  '78% were seen in time, 2 percentage points below the target of 80%.',
  'The gap between boys at 61% and girls at 72% has widened to 11 points.',
  "91% was achieved, 3 points above our neighbours' 89%.",
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})

import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { whatIfOf } from './change.ts'
import { forms, readSentence } from './sentence.ts'

test.each(forms)('a what-if may be said as: $form', ({ example }) => expect(readSentence(example)).toBeDefined())

test('fewer of an age enter from a month on', () => {
  expect(readSentence('From April 2027, 20% fewer teenagers enter.')).toEqual({
    kind: 'entries',
    from: '2027-04-01',
    until: null,
    who: { ages: [13, 17] },
    factor: 0.8,
  })
})

test('one exit from one kind of placement, by a fraction in words', () => {
  expect(readSentence('reunification from residential rises by a third')).toEqual({
    kind: 'exits',
    from: null,
    until: null,
    who: { groups: ['internal_residential', 'external_residential', 'residential_not_known'], exit: 'home' },
    factor: 4 / 3,
  })
})

test('carers come again each quarter and take the places of agency carers; places are as many as said', () => {
  const carers = readSentence('6 in-house carers more a quarter')
  expect(carers).toMatchObject({
    kind: 'capacity',
    add: 6,
    unit: 'carers',
    every: 3,
    who: { groups: ['ifa'], to: ['in_house_foster'] },
  })
  expect(readSentence('4 fewer agency places instead of our own homes')).toMatchObject({
    add: -4,
    unit: 'places',
    who: { groups: ['internal_residential'], to: ['ifa'] },
  })
})

test('a share has its range in brackets, whose ends are put in order', () => {
  expect(readSentence('20% (10% to 30%) fewer children enter')).toMatchObject({ factor: 0.8, low: 0.7, high: 0.9 })
  expect(readSentence('adoption rises by 20% (a tenth to a third)')).toMatchObject({
    factor: 1.2,
    low: 1.1,
    high: 4 / 3,
  })
})

test('whom it is about, how long it holds, and a month at the end', () => {
  expect(readSentence('adoption doubles from May 2027 until June 2027')).toMatchObject({
    from: '2027-05-01',
    until: '2027-06-01',
  })
  expect(readSentence('from April 2027 until March 2028, 50% more unaccompanied children enter')).toMatchObject({
    from: '2027-04-01',
    until: '2028-03-01',
    who: { stream: 'unaccompanied' },
    factor: 1.5,
  })
  expect(
    readSentence('moves from foster care to residential fall by half for children aged 10 to 15 from May 2027'),
  ).toMatchObject({
    kind: 'moves',
    from: '2027-05-01',
    who: { ages: [10, 15], to: ['internal_residential', 'external_residential', 'residential_not_known'] },
    factor: 0.5,
  })
})

test('what is not understood is refused with the forms that are nearest', () => {
  expect(() => readSentence('we recruit many carers')).toThrow(/not a what-if that is understood/)
  try {
    readSentence('reunifications from residentials goes up')
  } catch (error) {
    expect((error as { fix: string }).fix).toMatch(
      /^Say it like one of these: "reunification from residential rises by a third"/,
    )
  }
})

test('as the mathematics takes it: months after the origin, groups by position, carers as their places', () => {
  const groups = ['in_house_foster', 'ifa', 'external_residential']
  const origin = day('2026-10-31')
  const taken = (words: string) => whatIfOf(readSentence(words), origin, groups, 1.5)
  expect(taken('from April 2027, 6 more in-house carers a quarter')).toEqual({
    kind: 'capacity',
    from: 6,
    who: { groups: [1], to: [0] },
    add: 9,
    every: 3,
  })
  expect(taken('from April 2020, leaving care from residential doubles')).toEqual({
    kind: 'exits',
    from: 1,
    who: { groups: [2] },
    factor: 2,
  })
  expect(taken('from April 2020 until October 2026, adoption doubles')).toBeNull()
  expect(taken('until November 2026, adoption doubles')).toMatchObject({ from: 1, until: 1 })
})

test('the range of carers is in places, as their number is', () => {
  const carers = {
    ...readSentence('6 in-house carers more a quarter'),
    low: 4,
    high: 8,
  } as Parameters<typeof whatIfOf>[0]
  expect(whatIfOf(carers, day('2026-10-31'), ['in_house_foster', 'ifa'], 1.5)).toMatchObject({
    add: 9,
    low: 6,
    high: 12,
  })
})

test('words for amounts, ages and times mean what people mean by them', () => {
  const factor = (words: string): unknown => (readSentence(words) as { factor?: number }).factor
  expect(factor('adoption halves')).toBe(0.5)
  expect(factor('adoption falls by three quarters')).toBe(0.25)
  expect(factor('adoption rises by two thirds')).toBeCloseTo(5 / 3, 12)
  expect(factor('adoption rises by a fifth')).toBe(1.2)
  const ages = (who: string): unknown => readSentence(`10% fewer ${who} enter`).who.ages
  expect([ages('babies'), ages('under-fives'), ages('teenagers'), ages('children')]).toEqual([
    [0, 0],
    [0, 4],
    [13, 17],
    undefined,
  ])
  const every = (time: string): unknown =>
    (readSentence(`6 in-house carers more a ${time}`) as { every?: number }).every
  expect([every('month'), every('quarter'), every('year')]).toEqual([1, 3, 12])
})

test.each([
  ['20% (30% to 40%) fewer children enter', 'the range does not hold the amount'],
  ['adoption rises by 50% (10% to 30%)', 'the range does not hold the amount'],
  ['adoption rises by 10% (20% to 30%)', 'the range does not hold the amount'],
  ['200% fewer children enter', 'more than there are'],
  ['50% (20% to 120%) fewer children enter', 'more than there are'],
  ['20% fewer children aged 17 to 13 enter', 'the younger age comes first'],
  ['20% fewer children aged 13 to 18 enter', 'an age over 17'],
  ['from 30 February 2027, adoption doubles', 'There is no day "30 february 2027"'],
  ['from May 2027 until April 2027, adoption doubles', 'before it begins'],
  ['4 more places in our own homes instead of our own children’s homes', 'one is in the other'],
  ['4 more places in residential instead of our own homes', 'one is in the other'],
])('what reads but cannot be meant is refused, not answered: %s', (words, why) =>
  expect(() => readSentence(words)).toThrow(why),
)

test('the ends of what can be meant are taken: all, one month, one age, a range that begins with its amount', () => {
  expect(readSentence('100% fewer children aged 17 to 17 enter')).toMatchObject({ factor: 0, who: { ages: [17, 17] } })
  expect(readSentence('20% (20% to 100%) fewer children enter')).toMatchObject({ factor: 0.8, low: 0, high: 0.8 })
  expect(readSentence('from 28 February 2027 until February 2027, adoption doubles')).toMatchObject({
    from: '2027-02-01',
    until: '2027-02-01',
  })
})

test.each([
  ['reunification from residential increases by a third', 'reunification from residential rises by a third'],
  ['Adoption goes up by one quarter', 'adoption rises by a quarter'],
  ['Adoptions decrease by 10 percent', 'adoption falls by 10%'],
  ['twenty per cent fewer teenagers enter', '20% fewer teenagers enter'],
  ['twenty-five percent (ten per cent to a third) more babies enter', '25% (10% to a third) more babies enter'],
  ['three quarters fewer teens come into care', 'three quarters fewer teenagers enter'],
  ['Six more in-house carers a quarter', '6 more in-house carers a quarter'],
  ['Starting in April 2027, adoption doubles', 'from April 2027, adoption doubles'],
  ['from April 2027 onwards, adoption doubles', 'from April 2027, adoption doubles'],
  ['adoption doubles from April 2027 onwards', 'from April 2027, adoption doubles'],
  [
    'from Apr 2027 until the end of Sept 2028, adoption doubles',
    'from April 2027 until September 2028, adoption doubles',
  ],
  ['a third more children return home', 'a third more children go home'],
  ['10% more children return home from foster care', '10% more children go home from foster care'],
  ['returns home from residential grow by half', 'reunification from residential rises by half'],
  [
    'moves from foster care to residential drop by a quarter',
    'moves from foster care to residential fall by a quarter',
  ],
  ['20% fewer 13-17 year olds enter', '20% fewer children aged 13 to 17 enter'],
  ['20% fewer young people aged between 13 and 17 enter', '20% fewer teenagers enter'],
])('people say it their way: %s', (words, plain) => expect(readSentence(words)).toEqual(readSentence(plain)))

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

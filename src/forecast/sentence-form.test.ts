import { expect, test } from 'vitest'
import { readSentence } from './sentence.ts'
import { choices, sentenceOf, type WhatIfFields, whats } from './sentence-form.ts'

/** Every way to fill in the lists of a form. */
const filled = (what: (typeof whats)[number]): readonly WhatIfFields[] =>
  Object.entries(choices[what]).reduce<readonly WhatIfFields[]>(
    (all, [name, options]) => all.flatMap(one => options.map(option => ({ ...one, [name]: option }))),
    [{ what, by: '20' }],
  )

test.each(whats)('whatever is chosen in the form of %s is a sentence that is understood as that', what => {
  const all = filled(what)
  expect(all.length).toBeGreaterThan(15)
  // It throws where one is not understood; reading some of them anew says as what.
  const said = all.map(sentenceOf)
  expect(new Set(said.filter((_, i) => i % 20 === 0).map(one => readSentence(one).kind))).toEqual(new Set([what]))
})

test('nothing that can be said of people, ways of leaving and placements is missing, and nothing is there twice', () => {
  const meant = (what: (typeof whats)[number], name: string, rest: WhatIfFields): readonly string[] =>
    (choices[what][name] ?? []).map(option =>
      JSON.stringify(readSentence(sentenceOf({ what, by: '20', ...rest, [name]: option })).who),
    )
  const who = meant('entries', 'who', { way: 'more' })
  const to = meant('moves', 'to', { way: 'rise' })
  const exit = meant('exits', 'exit', { way: 'rises' })
  expect([who, to, exit].map(all => all.length)).toEqual([9, 9, 4])
  for (const all of [who, to, exit]) expect(new Set(all).size).toBe(all.length)
})

test.each([
  [
    { what: 'entries', way: 'fewer', who: 'teenagers', by: '20', low: '10', high: '30', from: 'April 2027' },
    'from April 2027, 20% (10% to 30%) fewer teenagers enter',
  ],
  [
    { what: 'exits', exit: 'reunification', place: 'external residential', way: 'rises', who: 'children', by: '33' },
    'reunification from external residential rises by 33%',
  ],
  [
    { what: 'moves', place: '', to: 'children’s homes', way: 'fall', who: 'teenagers', by: '25 %', until: 'May 2028' },
    'until May 2028, moves to children’s homes fall by 25% for teenagers',
  ],
  [
    { what: 'capacity', way: 'more', gained: 'in-house foster carers', every: 'quarter', by: '6' },
    '6 more in-house foster carers a quarter',
  ],
])('fields come to the sentence that the command takes: %#', (fields, said) => expect(sentenceOf(fields)).toBe(said))

test('carers are counted as households, everything else as places', () => {
  const units = Object.groupBy(choices.capacity.gained ?? [], gained => {
    const read = readSentence(sentenceOf({ what: 'capacity', way: 'more', gained, by: '6' }))
    return read.kind === 'capacity' ? read.unit : 'neither'
  })
  expect(units.carers).toEqual(expect.arrayContaining(['in-house foster carers', 'agency foster carers']))
  expect(units.carers?.every(gained => gained.endsWith('carers'))).toBe(true)
  expect(units.places).toContain('places in our own children’s homes')
})

test.each([
  [{ what: 'entries', way: 'fewer', who: 'teenagers', by: '' }, 'By how much is not said.'],
  [{ what: 'entries', way: 'fewer', who: 'teenagers', by: '20', low: '10' }, 'Of its range one end is not said.'],
  [{ what: 'capacity', way: 'more', gained: 'in-house foster carers', by: '1.5' }, 'How many is not said.'],
  [{ what: 'entries', way: 'fewer', who: 'wizards', by: '20' }, 'not a what-if that is understood'],
  [{ what: 'magic', by: '20' }, 'What would be otherwise is not said.'],
])('what cannot be said is refused: %#', (fields, words) => expect(() => sentenceOf(fields)).toThrow(words))

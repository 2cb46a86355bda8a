import { expect, test } from 'vitest'
import { coming, nobody, stillFit } from '../analysis/forecast/fitted.fixture.ts'
import { assumptionsOf } from './said.ts'

const none = { kind: 'none', why: 'No price is known.' } as const
const fitted = stillFit({
  exitLevel: { log: Math.log(1.2), sd: 0 },
  exitDrift: 0.08,
  entries: [coming(0.2, [], { drift: 0.1 }), nobody],
  basis: { exits: 40, moves: 1, entryGroups: 70, starts: 90 },
})

test('what is assumed is said with its numbers: levels as a share, families a month, drifts a year', () => {
  const said = assumptionsOf(fitted, none, 0)
  expect(said[0]).toContain('90 children who started, 40 ends of care before 18 and 1 move from one')
  expect(said[2]).toContain('that is 20% above what')
  expect(said[3]).toContain('in about 6.1 families a month, as of late; that may drift by about 10% in a year')
  expect(said[5]).toBe('How often children leave may drift by about 8% in a year either way.')
  expect(said.at(-1)).toBe('No price is known.')
  expect(assumptionsOf({ ...fitted, exitLevel: { log: Math.log(0.9), sd: 0 } }, none, 0)[2]).toContain('10% below')
  expect(assumptionsOf({ ...fitted, exitLevel: { log: 0, sd: 0 } }, none, 0)[2]).toContain(
    'as the whole history has it',
  )
})

test('prices that rise or fall are a stated assumption, and a group without a price is named', () => {
  const book = { kind: 'priced', prices: { weekly: [], inflation: 0 }, groups: [], unpriced: ['ifa', 'other'] } as const
  const said = (inflation: number): readonly string[] => assumptionsOf(fitted, book, inflation).slice(-2)
  expect(said(0.03)[0]).toContain('prices rise by 3% a year, which is a stated assumption')
  expect(said(-0.025)[0]).toContain('prices fall by 2.5% a year')
  expect(said(0)[0]).toContain('prices stay as they are')
  expect(said(0)[1]).toBe('Nothing is in the cost for agency foster carers, other placements: no price is known.')
})

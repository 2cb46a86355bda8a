import { expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import type { MeasureDefinition, Session } from '../measures/measures.ts'
import { signalOf } from './signal.ts'

it('a figure made of two others is not told from chance for want of events of its own, not for want of figures', async () => {
  const ratio = { kind: 'ratio', numerator: 'starting', denominator: 'ceasing' } as unknown as MeasureDefinition
  const { because, direction } = await signalOf({} as Session, ratio, 'X', day('2026-10-31'), 'month', null)
  expect(direction).toEqual({ direction: 'not enough data', from: 'nothing' })
  expect(because).toMatch(/^It is made of two other figures/)
})

import { describe, expect, it } from 'vitest'
import { months } from './council.fixture.ts'
import { stockChange } from './paired-change.ts'
import { type Flow, signalOfFlows } from './signal-of-flows.ts'
import { yearOnYear } from './year-on-year.ts'

const quiet = (n: number): readonly Flow[] =>
  months(n).map((at, i) => ({ at, entered: [8, 11, 9, 12, 10][i % 5] ?? 10, left: [10, 9, 12, 8, 11][i % 5] ?? 10 }))
const last = (flows: readonly Flow[], change: Partial<Flow>): readonly Flow[] =>
  flows.map((flow, i) => (i === flows.length - 1 ? { ...flow, ...change } : flow))

describe('signalOfFlows', () => {
  it('finds nothing in flows that keep their pace', () =>
    expect(signalOfFlows(quiet(24), null)).toMatchObject({ signals: [], pushes: null, state: 'judged' }))
  it('pushes up when more come in, and down when more go out', () => {
    const up = signalOfFlows(last(quiet(24), { entered: 30 }), null)
    expect(up.signals).toEqual([{ from: 'entered', rule: 'outside the limits', pushes: 'high' }])
    expect(up.pushes).toBe('high')
    expect(signalOfFlows(last(quiet(24), { left: 30 }), null).pushes).toBe('low')
    expect(signalOfFlows(last(quiet(24), { left: 0 }), null).pushes).toBe('high')
  })
  it('says so when the flows disagree', () =>
    expect(signalOfFlows(last(quiet(24), { entered: 30, left: 30 }), null).pushes).toBe('both ways'))
  it('hears the same month last year', () => {
    const lastYear = yearOnYear(confidence => stockChange(150, 60, confidence))
    expect(signalOfFlows(quiet(24), lastYear)).toMatchObject({
      signals: [{ from: 'same month last year', pushes: 'high' }],
      pushes: 'high',
    })
  })
  it('does not flag a growing council for growing: flows are judged against children in care', () => {
    const grown = quiet(24).map((flow, i) =>
      i < 12
        ? { ...flow, inCare: 200 }
        : { ...flow, entered: (flow.entered ?? 0) * 3, left: (flow.left ?? 0) * 3, inCare: 600 },
    )
    expect(signalOfFlows(grown, null).signals).toEqual([])
  })
  it('asks for eight in a row, unless told otherwise', () => {
    const seven = [
      ...quiet(25),
      ...months(32)
        .slice(25)
        .map(at => ({ at, entered: 14, left: 10 })),
    ]
    expect(signalOfFlows(seven, null).signals).toEqual([])
    expect(signalOfFlows(seven, null, [], { runLength: 7 }).signals).toHaveLength(1)
  })
  it('is awaiting data where the latest flow is due, and has not enough below eight months', () => {
    expect(signalOfFlows(last(quiet(24), { left: null }), null).state).toBe('awaiting data')
    expect(signalOfFlows(quiet(5), null).state).toBe('not enough data')
    expect(signalOfFlows([], null)).toMatchObject({ signals: [], state: 'not enough data' })
  })
  it('is judged by last year alone where flows are too short', () =>
    expect(
      signalOfFlows(
        quiet(5),
        yearOnYear(c => stockChange(5, 6, c)),
      ).state,
    ).toBe('judged'))
})

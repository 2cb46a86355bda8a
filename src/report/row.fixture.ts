import { day } from '../kit/day.ts'
import type { Operator } from '../review/target.ts'
import type { DraftRow } from './draft-row.ts'
import type { Kind, RawFigure } from './figure.ts'

/** A measured figure of one period. */
export const figure = (
  numerator: number | null,
  denominator: number | null,
  more: Partial<RawFigure> = {},
): RawFigure => ({
  periodEnd: day('2026-10-31'),
  numerator,
  denominator,
  value: numerator === null ? null : denominator === null ? numerator : numerator / denominator,
  unknown: 0,
  state: 'measured',
  reason: null,
  ...more,
})

const units: Partial<Record<Kind, DraftRow['unit']>> = {
  proportion: { unit: '%', places: 1 },
  ratio: { unit: ':1', places: 1 },
  average: { unit: 'weeks', places: 1 },
}

/** A drafted row of figures, oldest first; a test states only what matters. */
export function draft(
  kind: Kind,
  figures: readonly RawFigure[],
  more: Partial<DraftRow> & { readonly id?: string; readonly good?: DraftRow['about']['good'] } = {},
): DraftRow {
  const { id = 'a-measure', good = 'low', ...rest } = more
  return {
    key: `${id} month`,
    number: null,
    alias: null,
    title: 'A measure',
    about: { id, catalogue: 'LOC-01', asks: 'How many?', good, at: 'period end', kind, keepsUnknown: false },
    unit: units[kind] ?? { unit: 'number', places: 0 },
    window: 'month',
    figures,
    target: { kind: 'none' },
    setAside: 0,
    setAsideOf: new Map(),
    bounds: null,
    who: 'children',
    made: kind === 'proportion' ? { kind: 'share' } : { kind: 'number' },
    within: null,
    signal: null,
    annotations: [],
    compared: null,
    ...rest,
  }
}

/** A target in the unit that people write: 15 for 15%. */
export const target = (operator: Operator, value: number, amberWithin: number | null = null): DraftRow['target'] => ({
  kind: 'set',
  value,
  target: {
    measure: 'a-measure',
    operator,
    value,
    high: null,
    amberWithin,
    amberPercent: null,
    profile: null,
    from: day('2026-04-01'),
    to: null,
    setBy: 'A panel',
    rationale: null,
    agreedOn: day('2026-04-01'),
  },
})

import type { RuleEffects } from '../report/rule-effects.ts'

/** What the summary line says of effects: by rule, those that could move a figure furthest first. Values are unrounded. */
export const effectsSummary = ({ at, byRule }: RuleEffects): object => ({
  at,
  rules: [...byRule].map(([rule, { reach, moved }]) => ({
    rule,
    reach,
    moved: moved.map(({ number, measure, catalogue, value, without, low, high }) => ({
      number,
      measure,
      catalogue,
      value,
      without,
      low,
      high,
    })),
  })),
})

import type { Futures } from '../analysis/forecast/futures.ts'
import { rangeOf } from '../analysis/forecast/ranges.ts'
import { seriesOf } from '../analysis/forecast/series.ts'
import { type BudgetLine, placementBudget } from './money.ts'
import type { YearOfMoney } from './result.ts'

/** The year of money: what placements have cost so far, and the rest of the year in each future. */
export function yearOfMoney(
  futures: Futures,
  months: number,
  yearEnding: number,
  spent: number,
  lines: readonly BudgetLine[],
): YearOfMoney | null {
  const cost = seriesOf(futures, { of: 'cost' })
  if (!cost) return null
  const whole = Float64Array.from({ length: futures.runs }, (_, run) =>
    cost.subarray(run * futures.months, run * futures.months + months).reduce((sum, pounds) => sum + pounds, spent),
  )
  const { budget, projected } = placementBudget(lines.filter(line => line.yearEnding === yearEnding))
  return {
    yearEnding,
    soFar: spent,
    range: rangeOf(whole),
    budget,
    projected,
    chanceOverBudget: budget === null ? null : whole.filter(pounds => pounds > budget).length / whole.length,
  }
}

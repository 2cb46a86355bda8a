import { roundHalfUp } from '../kit/text.ts'
import { type DraftRow, goalOf, latestOf } from './draft-row.ts'
import { type Goal, statusOf } from './rag.ts'
import { targetPlaces, type Unit } from './say.ts'

/** How many decimals more than usual may be printed. */
const MORE = 4

/**
 * How a row's latest figure and target are printed: with the fewest decimals at which what is printed has the colour that
 * the figure has. 8.83% against "at most 8.8%" is not printed as 8.8% and off target (statistics.md 5.2).
 */
export function printedUnit(row: DraftRow): Unit {
  const { unit } = row
  const goal = goalOf(row)
  const { value } = latestOf(row)
  if (goal === null || value === null) return unit
  const agrees = (places: number): boolean => {
    const as = { ...unit, places }
    return statusOf(printedGoal(as, goal), rounded(as, value)) === statusOf(goal, value)
  }
  const more = Array.from({ length: MORE + 1 }, (_, i) => unit.places + i).find(agrees)
  return { ...unit, places: more ?? unit.places + MORE }
}

const rounded = ({ unit, places }: Unit, value: number): number =>
  unit === '%' ? roundHalfUp(value * 100, places) / 100 : roundHalfUp(value, places)

function printedGoal(unit: Unit, goal: Goal): Goal {
  const as = (value: number): number => rounded({ ...unit, places: targetPlaces(unit, value) }, value)
  return { ...goal, value: as(goal.value), upper: goal.upper === null ? null : as(goal.upper) }
}

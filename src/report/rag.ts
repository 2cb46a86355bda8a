import { betaBelow } from '../analysis/interval.ts'
import type { Operator } from '../review/target.ts'

/** A target in the base of the measure's value: a share is 0 to 1. */
export type Goal = {
  readonly operator: Operator
  readonly value: number
  readonly upper: number | null
  readonly amberWithin: number | null
}

export type Status = 'on target' | 'within tolerance' | 'off target'

/** Guards against 0.8 against 16/20: values are compared unrounded (statistics.md 5.2). */
const EPS = 1e-9

/** How far a value is on the wrong side of the target: 0 when met, null when a strict target is touched exactly. */
function shortfall(goal: Goal, value: number): number {
  const { operator, value: aim, upper } = goal
  if (operator === '>=' || operator === '>') return Math.max(0, aim - value)
  if (operator === '<=' || operator === '<') return Math.max(0, value - aim)
  if (operator === '=') return Math.abs(value - aim)
  return Math.max(0, aim - value, value - (upper ?? aim))
}

/** Whether the target is met. Exactly on it is met, except for the strict `>` and `<`. */
export function met(goal: Goal, value: number): boolean {
  if (goal.operator === '>') return value > goal.value + EPS
  if (goal.operator === '<') return value < goal.value - EPS
  return shortfall(goal, value) <= EPS
}

/** On target, within tolerance (its edge included) or off target. */
export function statusOf(goal: Goal, value: number): Status {
  if (met(goal, value)) return 'on target'
  return goal.amberWithin !== null && shortfall(goal, value) <= goal.amberWithin + EPS
    ? 'within tolerance'
    : 'off target'
}

/** The range of values that have this status, as [low, high] pairs. Needs no status beyond the three. */
function bandsOf(goal: Goal, status: Status): readonly (readonly [number, number])[] {
  const amber = goal.amberWithin ?? 0
  const top = goal.operator === 'between' ? (goal.upper ?? goal.value) : goal.value
  const high = goal.operator === '<=' || goal.operator === '<'
  const low = goal.operator === '>=' || goal.operator === '>'
  const green: readonly [number, number] = [high ? -Infinity : goal.value, low ? Infinity : top]
  const wide: readonly [number, number] = [green[0] - amber, green[1] + amber]
  if (status === 'on target') return [green]
  if (status === 'within tolerance')
    return [
      [wide[0], green[0]],
      [green[1], wide[1]],
    ]
  return [
    [-Infinity, wide[0]],
    [wide[1], Infinity],
  ]
}

/**
 * How likely it is that the true share behind `x` of `n` has this status (Jeffreys' prior): 0.8 and more is plain,
 * less is "but too close to be sure" (statistics.md 5.2).
 */
export function certaintyOf(goal: Goal, status: Status, x: number, n: number): number {
  const below = (v: number): number => betaBelow(Math.min(1, Math.max(0, v)), x + 0.5, n - x + 0.5)
  return bandsOf(goal, status).reduce((sum, [low, high]) => sum + Math.max(0, below(high) - below(low)), 0)
}

/**
 * How many more children in (positive) or out of (negative) the count would reach the target, the group staying as it is;
 * 0 when it is met, null where no number of children would do it.
 */
export function childrenToTarget(goal: Goal, x: number, n: number | null): number | null {
  const valueAt = (count: number): number => (n === null ? count : count / n)
  if (met(goal, valueAt(x))) return 0
  const most = n ?? Math.max(x, Math.ceil(goal.upper ?? goal.value) + 1)
  for (let k = 1; x + k <= most || x - k >= 0; k++) {
    if (x + k <= most && met(goal, valueAt(x + k))) return k
    if (x - k >= 0 && met(goal, valueAt(x - k))) return -k
  }
  return null
}

/** Which rule a point broke. Order is the order of the label: the first that holds names the point (statistics.md 1.1). */
export type Rule = 'outside the limits' | 'trend' | 'two of three near a limit' | 'shift'

/** Which way the value moved, whatever is good. */
export type Way = 'high' | 'low'

export type Signal = { readonly rule: Rule; readonly way: Way }

/**
 * A value set against its limits: 1 above, -1 below, 0 on or inside. `near` is beyond a two-sigma limit and not outside.
 * `chance` is how likely an unchanged process is to fall above or below its centre: a half each, less alike for small counts.
 */
export type Placed = {
  readonly value: number
  readonly side: -1 | 0 | 1
  readonly outside: -1 | 0 | 1
  readonly near: -1 | 0 | 1
  readonly chance: { readonly above: number; readonly below: number }
}

export type RuleSettings = {
  /** Points in a row on one side of the centre that make a shift. NHS: 7. */
  readonly runLength: number
  /** Points in a row, each above (or each below) the last, that make a trend. NHS: 7. */
  readonly trendLength: number
}

export const nhsRules: RuleSettings = { runLength: 7, trendLength: 7 }

export const EVEN = { above: 0.5, below: 0.5 }

/** Values closer than this, relative to their size, are the same: a mean of equal fractions is not always that fraction. */
const SAME = 1e-9
/** No figure of ours is smaller than this without being 0, so that rounding about 0 is not taken for a change. */
const SMALLEST = 1e-3

/** 1 where `value` is above `line`, -1 below, 0 on it. */
export function sideOf(value: number, line: number): -1 | 0 | 1 {
  const gap = value - line
  if (Math.abs(gap) <= SAME * Math.max(SMALLEST, Math.abs(value), Math.abs(line))) return 0
  return gap > 0 ? 1 : -1
}

const wayOf = (side: number): Way => (side > 0 ? 'high' : 'low')

/**
 * How many points back from `end` make a shift, or 0. Points count while they lie on one side. Where a side is likelier
 * than even (a share near 0 or 1 of few children), the run must be longer, until its chance is no more than that of
 * either run at even odds, 2 × ½^runLength: at even odds this is the NHS rule exactly.
 */
function shiftEndingAt(points: readonly (Placed | null)[], end: number, runLength: number): number {
  const side = points[end]?.side ?? 0
  if (side === 0) return 0
  let chance = 1
  for (let back = 0; end - back >= 0; back++) {
    const point = points[end - back]
    if (!point || point.side !== side) return 0
    chance *= side > 0 ? point.chance.above : point.chance.below
    if (back + 1 >= runLength && chance <= 0.5 ** (runLength - 1)) return back + 1
  }
  return 0
}

/** The step into each point: 1 up, -1 down, 0 for a tie, the first point, or beside a gap. */
function stepsOf(points: readonly (Placed | null)[]): readonly (-1 | 0 | 1)[] {
  return points.map((point, i) => {
    const before = points[i - 1]
    return point && before ? sideOf(point.value, before.value) : 0
  })
}

/** For each point, whether it lies in a run of `length` points that only rise or only fall. */
function inTrend(steps: readonly number[], length: number): readonly boolean[] {
  const found = steps.map(() => false)
  for (let end = length - 1; end < steps.length; end++) {
    const run = steps.slice(end - length + 2, end + 1)
    if (run[0] !== 0 && run.every(step => step === run[0])) found.fill(true, end - length + 1, end + 1)
  }
  return found
}

/**
 * The special cause of each point, or null. Rules, order and overlaps as NHSRplotthedots 0.2.2 (statistics.md 1.1); a null
 * point is a gap and breaks every run. Give the points of one rebase group at a time: runs do not cross a rebase.
 */
export function signalsOf(points: readonly (Placed | null)[], settings = nhsRules): readonly (Signal | null)[] {
  const shift = points.map(() => false)
  const pair = points.map(() => false)
  for (let end = 0; end < points.length; end++) {
    const length = shiftEndingAt(points, end, settings.runLength)
    shift.fill(true, end - length + 1, end + 1)
    const three = points.slice(Math.max(0, end - 2), end + 1)
    const side = three[0]?.side ?? 0
    if (three.length < 3 || side === 0 || !three.every(p => p?.side === side)) continue
    if (three.filter(p => p?.near === side).length < 2) continue
    three.forEach((p, i) => {
      if (p?.near === side) pair[end - 2 + i] = true
    })
  }
  const steps = stepsOf(points)
  const trend = inTrend(steps, settings.trendLength)
  return points.map((point, i) => {
    if (!point) return null
    if (point.outside !== 0) return { rule: 'outside the limits', way: wayOf(point.outside) }
    if (trend[i]) return { rule: 'trend', way: wayOf((trend[i + 1] ? steps[i + 1] : steps[i]) || (steps[i] ?? 0)) }
    if (pair[i]) return { rule: 'two of three near a limit', way: wayOf(point.near) }
    return shift[i] ? { rule: 'shift', way: wayOf(point.side) } : null
  })
}

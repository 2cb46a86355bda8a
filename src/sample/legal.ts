import { collectionYear, dayNumber } from './calendar.ts'
import type { Legal, Plan } from './child.ts'
import type { Random } from './random.ts'
import type { Route } from './rates.ts'

/**
 * The legal statuses of a period of care until proceedings end, as if it went on for ever: police protection is at most
 * 72 hours, an emergency protection order 21 days, and an interim order goes on about 41 weeks to the final hearing.
 */
export function legalPath(
  first: string,
  age: number,
  start: number,
  route: Route,
  random: Random,
): { readonly legals: Legal[]; readonly proceedings: number | null } {
  const legals: Legal[] = [{ from: start, code: first }]
  let t = start
  let code = first
  const turn = (after: number, to: string): void => {
    t += Math.max(1, Math.round(after))
    code = to
    legals.push({ from: t, code })
  }
  if (code === 'L1') turn(random.int(1, 3), random.chance(age > 11 ? 0.6 : 0.3) ? 'V2' : 'C1')
  else if (code === 'L2') turn(random.int(5, 8), random.chance(0.9) ? 'C1' : 'V2')
  else if (code === 'L3') turn(random.int(3, 7), 'V2')
  else if (code === 'J2') turn(1, 'V2')
  else if ((code === 'J1' || code === 'J3') && route !== 'other') turn(random.int(14, 130), 'V2')
  if (code === 'V2' && random.chance(courtShare(age, route))) turn(25 + random.exponential(120), 'C1')
  const proceedings = code === 'C1' ? t : code === 'C2' ? start : null
  if (code === 'C1') turn(Math.max(150, random.normal(300, 75)), 'C2')
  return { legals, proceedings }
}

/** Chance that a child accommodated under section 20 goes to court. */
function courtShare(age: number, route: Route): number {
  if (route === 'adopt') return 1
  if (route === 'home' || route === 'relatives' || route === 'other') return age < 10 ? 0.12 : 0.03
  return age < 6 ? 0.97 : age < 10 ? 0.93 : age < 13 ? 0.84 : age < 15 ? 0.58 : age < 16 ? 0.3 : 0.04
}

/** The statuses as they were: a placement order from its day, the care order again after it is revoked, nothing after the end. */
export function withPlan(legals: readonly Legal[], plan: Plan | null, end: number, random: Random): readonly Legal[] {
  if (plan?.ordered == null) return legals.filter(l => l.from < end)
  const { ordered, reversed } = plan
  const before = legals.filter(l => l.from < ordered && !(l.code === 'C2' && ordered - l.from < 4))
  const list = [...before, { from: ordered, code: 'E1' }]
  // The order is revoked in the same year as the plan, so that no return has an order without a decision (rule 553).
  if (reversed !== null) {
    const yearEnd = dayNumber(collectionYear(reversed), 3, 31)
    list.push({ from: Math.min(reversed + random.int(0, 45), yearEnd), code: 'C2' })
  }
  return list.filter(l => l.from < end)
}

export function legalAt(legals: readonly Legal[], day: number): string {
  let code = legals[0]?.code ?? ''
  for (const legal of legals) if (legal.from <= day) code = legal.code
  return code
}

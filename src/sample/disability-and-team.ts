import { ageAt } from './calendar.ts'
import type { Child, Period } from './child.ts'
import { randomFrom, seedOf, weights } from './random.ts'
import { TEAMS } from './services.ts'

const DISABILITY = weights({ LD: 40, AUT: 30, BEH: 14, COMM: 8, MOB: 5, DDA: 3 })

/** A disability code, or NONE: steady for a child, and the same in every file. */
export const disabilityOf = (child: Child): string => {
  const random = randomFrom(seedOf(child.seed, 161))
  return random.chance(0.13) ? random.from(DISABILITY) : 'NONE'
}
/** The team of a child on a day: leaving care from 16, court while proceedings run, else by the child. */
export function teamOf(child: Child, period: Period | undefined, day: number): string {
  if (ageAt(child.born, day) >= 16) return TEAMS[4]
  const code = period?.legals.filter(({ from }) => from <= day).at(-1)?.code
  return code === 'C1' ? TEAMS[3] : (TEAMS[child.seed % 3] ?? TEAMS[0])
}

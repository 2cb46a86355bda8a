import { ageAt, birthday, collectionYear } from './calendar.ts'
import type { Child } from './child.ts'
import { eligible, positionAt } from './leavers.ts'
import { randomFrom, seedOf } from './random.ts'

/** How a care leaver, or a child in care of 16 or 17 who will be one, stands on a day. */
export type Standing = {
  readonly eligibility: 'Eligible child' | 'Relevant child' | 'Former relevant child' | 'Qualifying care leaver'
  readonly plan: number | null
  readonly touch: string
  readonly contact: number | null
  readonly accommodation: string
  readonly suitable: boolean | null
  readonly activity: string
}

/** Where someone of 16 to 24 stands; null for those whom the list of care leavers does not have. */
export function standingNow(child: Child, day: number): Standing | null {
  const age = ageAt(child.born, day)
  if (age < 16 || age > 24) return null
  const care = child.periods.filter(p => p.kind === 'care' && p.start <= day)
  if (care.length === 0) return null
  const inCare = child.eighteen > day && care.some(p => p.end > day)
  const qualifies = eligible(child, care)
  if (!qualifies && !care.some(p => p.end > birthday(child.born, 16))) return null
  const random = randomFrom(seedOf(child.seed, 171, Math.floor(day / 60)))
  const planned = random.chance(0.93) ? day - random.int(4, random.chance(0.85) ? 180 : 330) : null
  const plan = planned !== null && planned > birthday(child.born, 16) ? planned : null
  if (inCare) {
    const activity = random.chance(0.95)
      ? random.pick(['F2', 'F2', 'F2', 'F2', 'P2', 'F5', 'F4', 'G5', 'G5', 'G4'])
      : ''
    return {
      eligibility: 'Eligible child',
      plan,
      touch: 'YES',
      contact: day - random.int(2, 40),
      accommodation: '',
      suitable: null,
      activity,
    }
  }
  // The position of the last birthday, mostly.
  const at = positionAt(child, Math.max(17, age), collectionYear(day))
  const known = at.accommodation !== '' && at.accommodation !== '0'
  return {
    eligibility: !qualifies ? 'Qualifying care leaver' : age < 18 ? 'Relevant child' : 'Former relevant child',
    plan,
    touch: at.touch,
    contact: at.touch === 'YES' ? day - random.int(1, 60) : null,
    accommodation: known ? at.accommodation.slice(0, 1) : '',
    suitable: known ? at.accommodation.endsWith('1') : null,
    activity: at.activity === '0' ? '' : at.activity,
  }
}

import { ageAt, birthday } from './calendar.ts'
import type { Child, Period } from './child.ts'
import { randomFrom, seedOf, type Weights, weights } from './random.ts'

/** A child's position on or about a birthday, as OC3 has it. */
export type Position = { readonly touch: string; readonly activity: string; readonly accommodation: string }

const TOUCH = weights({ YES: 925, NO: 38, REFU: 10, NREQ: 8, RHOM: 17, DIED: 2 })
const ACTIVITY_17 = weights({ F2: 50, P2: 2, F1: 2.4, F4: 2.2, F5: 9.5, P5: 3, G4: 3.5, G5: 25.5, G6: 1.9 })
const ACTIVITY_19 = weights({
  F2: 20,
  P2: 2.5,
  F1: 6.2,
  P1: 0.3,
  F4: 2,
  P4: 0.2,
  F5: 19.5,
  P5: 7.5,
  G4: 9.5,
  G5: 28.5,
  G6: 4.6,
})
const LIVING_17: Weights = weights({ B: 46, C: 6, D: 32, E: 4, K: 2, V: 0.6, W: 0.5, X: 2, S: 0.3, R: 0.5, Y: 4, U: 3 })
const LIVING_18: Weights = weights({
  B: 16,
  C: 4,
  D: 36,
  E: 4,
  K: 3,
  U: 20,
  T: 4,
  V: 0.6,
  W: 0.5,
  X: 1.7,
  S: 0.7,
  R: 0.8,
  Y: 4,
  G: 0.5,
})
const LIVING_19: Weights = weights({
  B: 13,
  C: 2.5,
  D: 19,
  E: 3,
  K: 3.2,
  U: 46,
  T: 2,
  V: 0.5,
  W: 0.4,
  X: 2.3,
  S: 1,
  R: 1,
  Y: 4,
  G: 0.6,
})
/** Chance that somebody who stayed with foster carers at 18 is still there at 18, 19, 20 and 21. */
const STAYING = [0.95, 0.72, 0.5, 0.12]
/** Apprenticeships (F4, P4) and other work (F5, P5) have been told apart since 2021/22. */
const NEW_ACTIVITY_FROM = 2022
/** The first return with rule 347. */
const NO_FOYER_FROM = 2024
/** From 2022/23 those aged 22 to 25 are returned too, where they are in contact. */
const OLDER_FROM = 2023

const DAYS_13_WEEKS = 91

type Leaver = Pick<Child, 'born' | 'eighteen'>

/** Whether 13 weeks of care since 14, some of it on or after 16, make a relevant or former relevant child. */
export function eligible(who: Leaver, periods: readonly Period[]): boolean {
  const fourteen = birthday(who.born, 14)
  const sixteen = birthday(who.born, 16)
  const care = periods.filter(p => p.kind === 'care')
  const days = care.reduce(
    (sum, p) => sum + Math.max(0, Math.min(p.end, who.eighteen) - Math.max(p.start, fourteen)),
    0,
  )
  // Those who died, whose care another council took over or who were found to be adults are not its care leavers.
  const last = care.at(-1)
  return (
    days >= DAYS_13_WEEKS &&
    care.some(p => p.end > sixteen) &&
    !['E2', 'E3', 'E15', 'E11', 'E12'].includes(last?.rec ?? '')
  )
}

/** The birthday in the year that calls for a position, or null; `to` is the last day the return covers. */
export function birthdayInYear(
  child: Child,
  from: number,
  to: number,
  year: number,
): { readonly age: number; readonly day: number } | null {
  for (let age = 17; age <= (year >= OLDER_FROM ? 25 : 21); age++) {
    const day = birthday(child.born, age)
    if (day < from || day > to) continue
    // Not for those still in care at 17 or 18, nor for those who leave on or after that birthday (rules 1007, 1016), short breaks included.
    const known = child.periods.filter(p => p.kind === 'care' && p.start <= to)
    if (
      known.length === 0 ||
      !eligible(
        child,
        known.filter(p => p.end <= day),
      )
    )
      return null
    const any = child.periods.filter(p => p.start <= to)
    if (any.some(p => p.end > day || (age <= 18 && p.end >= day))) return null
    if (age > 21 && !randomFrom(seedOf(child.seed, 61, age)).chance(0.22)) return null
    return { age, day }
  }
  return null
}

/** The position at an age. Built up from 17, so that it hangs together: most keep their place, the dead stay dead. */
export function positionAt(child: Child, age: number, year: number): Position {
  const day = birthday(child.born, age)
  const left = child.periods.filter(p => p.kind === 'care' && p.end <= day).at(-1)
  const returns = child.periods.some(p => p.kind === 'care' && p.start >= day)
  let position: Position = { touch: '', activity: '', accommodation: '' }
  for (let at = Math.max(17, ageAt(child.born, left?.end ?? 0)); at <= age; at++) {
    const random = randomFrom(seedOf(child.seed, 62, at))
    const drawn = position.touch === 'DIED' ? 'DIED' : random.from(TOUCH)
    const touch = drawn === 'DIED' && returns ? 'NO' : drawn
    const keeps = random.chance(0.45) && position.activity !== '' && position.activity !== '0'
    let activity: string = keeps ? position.activity : random.from(at < 19 ? ACTIVITY_17 : ACTIVITY_19)
    if (activity === 'G6' && child.sex === 'M' && random.chance(0.85)) activity = 'G5'
    const stays =
      at >= 18 &&
      left?.rec === 'E17' &&
      left.placements.at(-1)?.place.startsWith('U') &&
      randomFrom(seedOf(child.seed, 63)).next() < (STAYING[at - 18] ?? 0)
    const letter = stays ? 'Z' : random.from(at < 18 ? LIVING_17 : at < 19 ? LIVING_18 : LIVING_19)
    const bad =
      ['X', 'S', 'R'].includes(letter) ||
      random.chance(letter === 'W' ? 0.8 : letter === 'V' ? 0.5 : letter === 'K' ? 0.06 : 0.012)
    position = { touch, activity, accommodation: `${letter}${bad ? 2 : 1}` }
    // A few are heard of through others though they are not in touch; the rest are not known (rules 344, 345).
    const known = touch === 'YES' || (['NO', 'REFU', 'NREQ'].includes(touch) && random.chance(0.25))
    if (!known) position = { touch, activity: '0', accommodation: '0' }
  }
  // Nobody who was under 18 when the year began may be in a foyer (rule 347).
  if (year >= NO_FOYER_FROM && age <= 18)
    position = { ...position, accommodation: position.accommodation.replace('T', 'D') }
  return year < NEW_ACTIVITY_FROM ? { ...position, activity: position.activity.replace(/([FP])[45]/, '$13') } : position
}

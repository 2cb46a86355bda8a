import { ageAt } from './calendar.ts'
import type { Child } from './child.ts'
import { randomFrom, seedOf, weights } from './random.ts'

const NO_SCORE = weights({ SDQ2: 20, SDQ3: 12, SDQ4: 55, SDQ5: 13 })
const NOT_CURRENT = 'SDQ1'
/** Covid: dentists were shut for most of 2020/21. */
const TEETH_IN = new Map([
  [2021, 0.41],
  [2022, 0.7],
  [2023, 0.76],
])

/** Looked after for the whole year to 31 March without a break, short breaks apart (ssda903.md section 6). */
export function twelveMonths(child: Child, from: number, to: number): boolean {
  return child.periods.some(p => p.kind === 'care' && p.start <= from && p.end > to)
}

/** The fields of OC2 after CHILD and DOB. */
export function healthOf(child: Child, from: number, to: number, year: number): string[] {
  const random = randomFrom(seedOf(child.seed, 51, year))
  const steady = randomFrom(seedOf(child.seed, 52))
  const start = ageAt(child.born, from)
  const end = ageAt(child.born, to)
  const flag = (p: number): string => (random.chance(p) ? '1' : '0')
  const worry = steady.normal(14.3, 6.2) + (child.fragility > 2 ? 4 : 0)
  let score = ''
  let reason = ''
  if (end >= 4 && start < 17) {
    const received = random.chance(0.79)
    const edge = start < 4 || end > 16
    if (edge && random.chance(0.7)) reason = NOT_CURRENT
    else if (received) score = String(Math.max(0, Math.min(40, Math.round(worry + random.normal(0, 2.6)))))
    else reason = random.from(NO_SCORE)
  }
  const teen = end >= 13
  const convicted = end >= 10 ? flag(teen ? (child.fragility > 2 ? 0.09 : 0.014) : 0.003) : ''
  const checked = end < 5 ? flag(0.88) : ''
  const misuse = flag(teen ? (child.fragility > 2 ? 0.19 : 0.045) : end >= 10 ? 0.004 : 0)
  const received = misuse === '1' ? flag(0.44) : ''
  const offered = received === '0' ? flag(0.77) : ''
  return [
    score,
    reason,
    convicted,
    checked,
    flag(end >= 16 ? 0.74 : 0.88),
    flag(TEETH_IN.get(year) ?? (end < 3 ? 0.6 : 0.85)),
    flag(end >= 16 ? 0.83 : 0.93),
    misuse,
    received,
    offered,
  ]
}

import type { Plan } from './child.ts'
import { type Random, weights } from './random.ts'

const REVERSALS = weights({ RD1: 22, RD3: 38, RD4: 40 })

/** Days from the plan to the order, for a child whose care proceedings began on `from`. */
export function planToOrder(
  from: number,
  age: number,
  random: Random,
): { readonly plan: Plan; readonly adopted: number; readonly consent: boolean } {
  const consent = random.chance(0.05)
  const current = random.chance(consent ? 0.25 : age < 1 ? 0.16 : 0.09)
  const decided = Math.round(from + (consent ? random.int(45, 110) : Math.max(70, random.normal(205, 55))))
  const ordered = consent ? null : decided + random.int(5, 80)
  const matched = Math.round((ordered ?? decided) + 18 + random.exponential(current ? 60 : 90 + age * 45))
  const placed = matched + (current ? random.int(1, 14) : random.int(8, 40))
  const adopted = Math.round(placed + 100 + random.exponential(145))
  return { plan: { decided, ordered, matched, placed, current, reversed: null, reversal: '' }, adopted, consent }
}

/**
 * A plan for adoption that was made and given up, for a child who leaves another way; null where there is no time for
 * one. The decision is always reversed before the child leaves (rule 557).
 */
export function planReversed(from: number, end: number, random: Random): Plan | null {
  const decided = Math.round(from + Math.max(70, random.normal(205, 55)))
  if (random.chance(0.4)) {
    // The court did not make the order.
    const reversed = decided + random.int(25, 120)
    return reversed < end - 5
      ? { decided, ordered: null, matched: null, placed: null, current: false, reversed, reversal: 'RD2' }
      : null
  }
  const ordered = decided + random.int(5, 80)
  const reversed = ordered + random.int(180, 700)
  if (reversed >= end - 5) return null
  // One in six had been placed, and came back.
  const matched = random.chance(0.17) ? ordered + random.int(40, 90) : null
  const placed = matched === null ? null : matched + random.int(10, 40)
  return { decided, ordered, matched, placed, current: false, reversed, reversal: random.from(REVERSALS) }
}

import { ageAt } from './calendar.ts'
import type { Child, Period } from './child.ts'
import { untilEighteen } from './contacts.ts'
import { type ExtractTable, iso, tableOf } from './extract-table.ts'
import { randomFrom, seedOf } from './random.ts'
import type { Known } from './year-return.ts'

/** Versions of care plans (`plans.csv`): one a few weeks into care, then about each review, permanence agreed at the second. */
export function plansOf(known: readonly Known[], until: number): ExtractTable {
  const table = tableOf(
    'child_id,cla_care_plan_start_date,permanence_plan,agreed_date,ratified_date,placement_until_18',
  )
  for (const { child, reviews } of known)
    for (const [n, period] of child.periods.entries()) {
      if (period.kind !== 'care') continue
      const random = randomFrom(seedOf(child.seed, 111, n))
      const own = reviews.filter(({ day }) => day >= period.start && day < period.end && day <= until)
      const plan = planOf(child, period)
      const agreed = random.chance(0.93) ? own[1]?.day : own[2]?.day
      const ratified = agreed !== undefined && random.chance(0.88) ? agreed + random.int(7, 70) : null
      for (const day of new Set([period.start + random.int(8, 26), ...own.map(review => review.day)])) {
        if (day > until || day >= period.end) continue
        const stay = period.placements.filter(({ from }) => from <= day).at(-1)
        const known = agreed !== undefined && agreed <= day
        table.put({
          child_id: child.id,
          cla_care_plan_start_date: iso(day),
          permanence_plan: known ? plan : '',
          agreed_date: known ? iso(agreed) : '',
          ratified_date: known && ratified !== null ? iso(ratified, Math.min(until, period.end)) : '',
          placement_until_18: stay && known ? untilEighteen(stay) : '',
        })
      }
    }
  return table
}

/** The lead plan, from how the period of care will end: what those who plan mostly know. */
export function planOf(child: Child, period: Period): string {
  if (period.plan) return 'ADOPTION'
  if (/^E4[5-8]$|^E41$/.test(period.rec)) return 'SGOCAO'
  if (/^E4[AB]$/.test(period.rec)) return 'RETURN6M'
  if (ageAt(child.born, period.start) >= 15) return 'SUPPLIV'
  const place = period.placements.at(-1)?.place ?? ''
  if (/^U[1-3]$/.test(place)) return 'LTRELFR'
  if (/^U/.test(place)) return 'LTFOST18'
  return 'RESPLMT'
}

const CASE = 'application_id,child_id,application_type,lodged_date,next_hearing_date,outcome,outcome_date,court'

/** Applications to court (`court.csv`): care proceedings of each family together, placement orders, adoption, discharge, special guardianship. */
export function courtOf(known: readonly Known[], council: string, from: number, until: number): ExtractTable {
  const table = tableOf(CASE)
  const court = `${council} Family Court`
  const put = (
    child: Child,
    code: string,
    type: string,
    lodged: number,
    over: number | null,
    granted: boolean,
  ): void => {
    if (lodged > until || (over !== null && over < from)) return
    const done = over !== null && over <= until
    table.put({
      application_id: `C${code}${child.family}-${lodged}`,
      child_id: child.id,
      application_type: type,
      lodged_date: iso(lodged),
      next_hearing_date: done ? '' : iso(until + 1 + (child.seed % 60)),
      outcome: done ? (granted ? 'granted' : 'withdrawn') : '',
      outcome_date: done ? iso(over) : '',
      court,
    })
  }
  for (const { child } of known)
    for (const [n, period] of child.periods.entries()) {
      if (period.kind !== 'care') continue
      const random = randomFrom(seedOf(child.seed, 112, n))
      for (const [i, legal] of period.legals.entries()) {
        const next = period.legals[i + 1]
        if (legal.code === 'C1')
          put(
            child,
            'A',
            'care',
            legal.from - random.int(0, 6),
            next?.from ?? period.end,
            next?.code === 'C2' || next?.code === 'E1',
          )
        if (legal.code === 'E1' && i > 0)
          put(child, 'P', 'placement_order', legal.from - random.int(30, 120), legal.from, true)
      }
      if (/^E1[12]$/.test(period.rec)) put(child, 'D', 'adoption', period.end - random.int(45, 150), period.end, true)
      if (/^E4[5-8]$/.test(period.rec))
        put(child, 'S', 'special_guardianship', period.end - random.int(60, 170), period.end, true)
      if (period.placements.at(-1)?.place === 'P1' && /^E4A|^E8/.test(period.rec))
        put(child, 'R', 'discharge_care_order', period.end - random.int(80, 240), period.end, true)
    }
  return table
}

import type { Child } from './child.ts'
import { type ExtractTable, iso, tableOf } from './extract-table.ts'
import { randomFrom, seedOf, weights } from './random.ts'
import type { Known } from './year-return.ts'

const KIND_AT_HOME = weights({ family_support: 62, life_coach: 12, speech_language: 9, mental_health: 17 })
const KIND_IN_CARE = weights({
  placement_support: 44,
  in_reach: 8,
  life_coach: 18,
  speech_language: 10,
  mental_health: 20,
})

const HEADER =
  'support_id,child_id,support_type,referral_date,accepted,start_date,end_date,edge_of_care,fragile_placement,high_risk,need_known_before,need_found,outcome,sex,dob'

/** Help for children on the edge of care and for placements (`support.csv`): some who were never in care, some who came into it, some in it. */
export function supportOf(known: readonly Known[], seed: number, from: number, until: number): ExtractTable {
  const table = tableOf(HEADER)
  const random = randomFrom(seedOf(seed, 151))
  let number = 0
  const put = (
    child: string,
    at: number,
    kind: string,
    edge: boolean,
    fragile: boolean,
    more: Parameters<typeof table.put>[0] = {},
  ): void => {
    if (at < from || at > until) return
    const accepted = random.chance(0.87)
    const start = accepted ? at + random.int(2, kind === 'mental_health' ? 70 : 18) : null
    const begun = start !== null && start <= until
    const end = begun ? start + random.int(30, 200) : null
    const finding = kind === 'life_coach' || kind === 'speech_language'
    table.put({
      support_id: `S${String(++number).padStart(5, '0')}`,
      child_id: child,
      support_type: kind,
      referral_date: iso(at),
      accepted: at > until - 10 && random.chance(0.4) ? null : accepted,
      start_date: begun ? iso(start) : '',
      end_date: iso(end, until),
      edge_of_care: edge,
      fragile_placement: fragile,
      high_risk: fragile ? random.chance(0.55) : null,
      need_known_before: finding ? random.chance(0.44) : null,
      need_found: finding ? random.chance(0.67) : null,
      ...more,
    })
  }
  // Children at home who never came into care: about one for each two in care.
  const many = Math.round(known.length / 6)
  for (let i = 0; i < many; i++) {
    const born = until - random.int(4 * 365, 17 * 365)
    const at = random.int(from, until)
    if (at - born < 900) continue
    put(`E${String(i + 1).padStart(5, '0')}`, at, random.from(KIND_AT_HOME), true, false, {
      sex: random.chance(0.53) ? 'M' : 'F',
      dob: iso(born),
    })
  }
  for (const { child } of known)
    for (const [n, period] of child.periods.entries()) {
      if (period.kind !== 'care' || child.uasc) continue
      const own = randomFrom(seedOf(child.seed, 152, n))
      if (own.chance(0.16)) put(child.id, period.start - own.int(20, 300), own.from(KIND_AT_HOME), true, false)
      if (!own.chance(child.fragility > 2 ? 0.5 : child.fragility > 1 ? 0.2 : 0.06)) continue
      const last = Math.min(period.end, until + 1)
      if (last - period.start > 60)
        put(child.id, own.int(period.start + 20, last - 10), own.from(KIND_IN_CARE), false, own.chance(0.7))
    }
  return table
}

const COHORT = 'cohort,child_id,status,status_date,due_date,reason,avoidance_event,avoided_until'
const DELAY = ['carer support package', 'court date', 'assessment of carers', 'school place'] as const

/** Cohorts that the board follows (`cohorts.csv`): those to leave care, to step down from children's homes, and on the way to guardianship. */
export function cohortsOf(known: readonly Known[], from: number, until: number): ExtractTable {
  const table = tableOf(COHORT)
  const put = (
    cohort: string,
    child: Child,
    status: string,
    day: number,
    more: Parameters<typeof table.put>[0] = {},
  ): void => {
    if (day >= from && day <= until) table.put({ cohort, child_id: child.id, status, status_date: iso(day), ...more })
  }
  for (const { child } of known)
    for (const [n, period] of child.periods.entries()) {
      if (period.kind !== 'care' || period.end < from) continue
      const random = randomFrom(seedOf(child.seed, 153, n))
      if (/^E4/.test(period.rec) && period.end - period.start > 200 && random.chance(0.6)) {
        const seen = period.end - random.int(120, 180)
        put('planned_exit', child, 'in_scope', seen)
        put('planned_exit', child, random.chance(0.2) ? 'delayed' : 'date_set', seen + random.int(20, 80), {
          due_date: iso(period.end),
          reason: random.chance(0.3) ? random.pick(DELAY) : '',
        })
        put('planned_exit', child, 'left_care', period.end)
      }
      if (/^E4[5-8]$/.test(period.rec) && random.chance(0.8)) {
        const begun = period.end - random.int(150, 260)
        put('sgo_pathway', child, 'on_pathway', begun)
        put('sgo_pathway', child, 'negotiation', begun + random.int(20, 60), { reason: random.pick(DELAY) })
        put('sgo_pathway', child, 'order_made', period.end)
      }
      const home = period.placements.findIndex(({ place, from: begun }) => place === 'K2' && begun >= from - 400)
      if (home >= 0 && random.chance(0.5)) {
        const stay = period.placements[home]
        const next = period.placements[home + 1]
        if (!stay) continue
        put('residential_step_down', child, 'in_scope', Math.max(from, stay.from + 20))
        put('residential_step_down', child, 'assessed', Math.max(from, stay.from + 20) + random.int(10, 40))
        const suits = next?.place.startsWith('U') || random.chance(0.5)
        put(
          'residential_step_down',
          child,
          suits ? 'suitable' : 'not_suitable',
          Math.max(from, stay.from + 20) + random.int(45, 90),
          {
            due_date: suits && next ? iso(next.from) : '',
          },
        )
        if (suits && next?.place.startsWith('U'))
          put('residential_step_down', child, 'moved_foster', Math.max(next.from, stay.from + 111), {
            avoidance_event: 'residential_to_foster',
          })
      }
    }
  return table
}

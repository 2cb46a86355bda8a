import { ageAt, birthday } from './calendar.ts'
import type { Child, Period } from './child.ts'
import { statutoryDays } from './contacts.ts'
import { teamOf } from './disability-and-team.ts'
import { iso } from './extract-table.ts'
import { planOf } from './plans.ts'
import { randomFrom, seedOf } from './random.ts'
import { put, type Tables } from './safeguarding-table.ts'
import type { Known } from './year-return.ts'

/** Episodes, placements and legal statuses: those of the return, in the dataset's form. */
export function episodesIn(tables: Tables, child: Child, from: number, until: number): void {
  for (const [i, e] of child.episodes.entries()) {
    if (e.start > until || e.end < from) continue
    const period = child.periods[e.period]
    if (!period) continue
    const id = `${child.id}-${i}`
    put(tables, 'ssd_cla_episodes', {
      clae_cla_episode_id: `E${id}`,
      clae_person_id: child.id,
      clae_cla_id: `C${child.id}-${e.period}`,
      clae_cla_episode_start_date: iso(e.start),
      clae_cla_episode_start_reason: e.rne,
      clae_cla_primary_need_code: e.cin,
      clae_cla_episode_ceased_date: iso(e.end, until),
      clae_cla_episode_ceased_reason: e.end <= until ? e.rec : '',
      clae_cla_placement_id: `P${id}`,
      clae_entered_care_date: iso(period.start),
    })
    put(tables, 'ssd_cla_placement', {
      clap_cla_placement_id: `P${id}`,
      clap_cla_id: `C${child.id}-${e.period}`,
      clap_person_id: child.id,
      clap_cla_placement_start_date: iso(e.start),
      clap_cla_placement_type: e.place,
      clap_cla_placement_urn: e.urn,
      clap_cla_placement_provider: e.provider,
      clap_cla_placement_postcode: e.post,
      clap_cla_placement_end_date: iso(e.end, until),
      clap_cla_placement_change_reason: e.end <= until ? e.why : '',
    })
    put(tables, 'ssd_legal_status', {
      lega_legal_status_id: `L${id}`,
      lega_person_id: child.id,
      lega_legal_status: e.ls,
      lega_legal_status_start_date: iso(e.start),
      lega_legal_status_end_date: iso(e.end, until),
    })
  }
}

/** What goes with care: reviews, visits, plans, adoption, workers. */
export function carried(tables: Tables, one: Known, care: readonly Period[], from: number, until: number): void {
  const { child } = one
  const number = (period: Period): number => child.periods.indexOf(period)
  const periodOn = (day: number): Period | undefined => care.find(p => p.start <= day && p.end > day)
  for (const [i, review] of one.reviews.entries()) {
    const period = periodOn(review.day)
    if (review.day < from || review.day > until || !period) continue
    put(tables, 'ssd_cla_reviews', {
      clar_cla_review_id: `V${child.id}-${i}`,
      clar_cla_id: `C${child.id}-${number(period)}`,
      clar_cla_review_due_date: iso(review.day + 3),
      clar_cla_review_date: iso(review.day),
      clar_cla_review_cancelled: 'N',
      clar_cla_review_participation: review.code,
    })
  }
  for (const day of statutoryDays(child, from, until)) {
    const random = randomFrom(seedOf(child.seed, 165, day))
    const period = periodOn(day)
    put(tables, 'ssd_cla_visits', {
      clav_cla_visit_id: `T${child.id}-${day}`,
      clav_cla_id: period ? `C${child.id}-${number(period)}` : '',
      clav_person_id: child.id,
      clav_cla_visit_date: iso(day),
      clav_cla_visit_seen: random.chance(0.97) ? 'Y' : 'N',
      clav_cla_visit_seen_alone: random.chance(0.8) ? 'Y' : 'N',
    })
  }
  for (const [n, period] of care.entries()) {
    if (period.end <= from) continue
    const plan = planOf(child, period)
    const random = randomFrom(seedOf(child.seed, 167, n))
    // The plan is written anew after most reviews; each holds until the next.
    const reviewed = one.reviews
      .map(({ day }) => day + random.int(1, 10))
      .filter(day => day > period.start + 60 && random.chance(0.9))
    const written = new Set([period.start + random.int(8, 26), ...reviewed])
    const days = [...written].filter(day => day <= until && day < period.end)
    // The dataset has no code for special guardianship or child arrangements: another plan.
    for (const [i, day] of days.entries())
      put(tables, 'ssd_cla_care_plan', {
        lacp_table_id: `N${child.id}-${n}${i === 0 ? '' : `-${i}`}`,
        lacp_person_id: child.id,
        lacp_cla_care_plan_start_date: iso(day),
        lacp_cla_care_plan_end_date: iso(days[i + 1] ?? period.end, until),
        lacp_cla_care_plan_json: JSON.stringify({ [plan === 'SGOCAO' ? 'OTHERPLN' : plan]: 'Y' }),
      })
    const { plan: adoption } = period
    if (adoption && adoption.decided <= until) {
      const adopted = /^E1[12]$/.test(period.rec) && period.end <= until
      put(tables, 'ssd_permanence', {
        perm_table_id: `M${child.id}-${n}`,
        perm_person_id: child.id,
        perm_adm_decision_date: iso(adoption.decided),
        perm_placement_order_date: iso(adoption.ordered, until),
        perm_placed_for_adoption_date: iso(adoption.placed, until),
        perm_matched_date: iso(adoption.matched, until),
        perm_adopted_by_carer_flag: adoption.current ? 'Y' : 'N',
        perm_decision_reversed_date: iso(adoption.reversed, until),
        perm_decision_reversed_reason:
          adoption.reversed !== null && adoption.reversed <= until ? adoption.reversal : '',
        perm_permanence_order_date: adopted ? iso(period.end) : '',
        perm_permanence_order_type: adopted ? 'Adoption Order' : '',
      })
    }
  }
  for (const [i, w] of one.workers.entries()) {
    if (w.from > until) continue
    put(tables, 'ssd_involvements', {
      invo_involvements_id: `W${child.id}-${i}`,
      invo_person_id: child.id,
      invo_professional_id: w.id,
      invo_professional_role_id: 'Social worker',
      invo_professional_team: teamOf(child, periodOn(Math.min(w.from, until)), Math.min(w.to, until)),
      invo_involvement_start_date: iso(w.from),
      invo_involvement_end_date: iso(w.to, until),
      invo_worker_change_reason: w.why,
    })
  }
}

/** Checks and scores within the year: what OC2 says only at its end. */
export function healthIn(tables: Tables, child: Child, care: readonly Period[], since: number, until: number): void {
  const worry = randomFrom(seedOf(child.seed, 52)).normal(14.3, 6.2) + (child.fragility > 2 ? 4 : 0)
  for (const [n, period] of care.entries()) {
    const random = randomFrom(seedOf(child.seed, 166, n))
    const last = Math.min(period.end - 1, until)
    const check = (type: string, day: number, i: number): void => {
      if (day >= since && day <= last)
        put(tables, 'ssd_cla_health', {
          clah_health_check_id: `K${child.id}-${n}-${type.slice(0, 2)}${i}`,
          clah_person_id: child.id,
          clah_health_check_type: type,
          clah_health_check_date: iso(day),
          clah_health_check_status: random.chance(0.02) ? 'Refused' : 'Completed',
        })
    }
    let day = period.start + (random.chance(0.78) ? random.int(8, 27) : random.int(29, 70))
    for (let i = 0; day <= last; i++) {
      check(i === 0 ? 'Initial Health Assessment' : 'Review Health Assessment', day, i)
      day += ageAt(child.born, day) < 5 ? random.int(150, 190) : random.int(320, random.chance(0.1) ? 470 : 366)
    }
    for (
      let i = 0, on = period.start + random.int(20, 150);
      on <= last;
      i++, on += random.int(170, random.chance(0.2) ? 520 : 380)
    )
      if (ageAt(child.born, on) >= 2) check('Dental check', on, i)
    for (let i = 0, on = period.start + random.int(30, 200); on <= last; i++, on += random.int(200, 380))
      if (ageAt(child.born, on) < 5) check('Development check', on, i)
    for (let on = period.start + random.int(100, 330); on <= last; on += random.int(300, 400)) {
      const age = ageAt(child.born, on)
      if (on < since || age < 4 || age > 16) continue
      const known = random.chance(0.85)
      put(tables, 'ssd_sdq_scores', {
        csdq_table_id: `Z${child.id}-${on}`,
        csdq_person_id: child.id,
        csdq_sdq_completed_date: known ? iso(on) : '',
        csdq_sdq_reason: known ? '' : 'SDQ4',
        csdq_sdq_score: known ? Math.max(0, Math.min(40, Math.round(worry + random.normal(0, 2.6)))) : '',
      })
    }
    const teen = Math.max(period.start, birthday(child.born, 12))
    if (teen < last && random.chance(child.fragility > 2 ? 0.24 : 0.05)) {
      const on = random.int(teen, last)
      if (on >= since)
        put(tables, 'ssd_cla_substance_misuse', {
          clas_substance_misuse_id: `B${child.id}-${n}`,
          clas_person_id: child.id,
          clas_substance_misuse_date: iso(on),
          clas_substance_misused: 'Cannabis',
          clas_intervention_received: random.chance(0.45) ? 'Y' : 'N',
        })
    }
    if (teen < last && random.chance(child.fragility > 2 ? 0.12 : 0.015)) {
      const on = random.int(teen, last)
      if (on >= since)
        put(tables, 'ssd_cla_convictions', {
          clac_cla_conviction_id: `G${child.id}-${n}`,
          clac_person_id: child.id,
          clac_cla_conviction_date: iso(on),
        })
    }
    if (period.end > until && n === care.length - 1)
      put(tables, 'ssd_cla_immunisations', {
        clai_person_id: child.id,
        clai_immunisations_status: random.chance(0.87) ? 'Y' : 'N',
        clai_immunisations_status_date: iso(Math.max(period.start, until - random.int(5, 300))),
      })
  }
}

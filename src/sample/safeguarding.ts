import type { Child, Period } from './child.ts'
import { disabilityOf } from './disability-and-team.ts'
import { type ExtractTable, iso, tableOf } from './extract-table.ts'
import { randomFrom, seedOf, weights } from './random.ts'
import { carried, episodesIn, healthIn } from './safeguarding-care.ts'
import { put, type Tables } from './safeguarding-table.ts'
import { TEAMS } from './services.ts'
import { standingNow } from './standing.ts'
import type { Known } from './year-return.ts'

const ABUSE = weights({ NEG: 48, EMO: 38, PHY: 8, SAB: 4, MUL: 2 })
const FACTORS: readonly (readonly [string, number])[] = [
  ['1B', 0.24],
  ['2B', 0.26],
  ['3A', 0.18],
  ['3B', 0.38],
  ['3C', 0.08],
  ['4A', 0.16],
  ['4B', 0.42],
  ['7A', 0.09],
  ['13A', 0.12],
  ['16A', 0.31],
  ['17A', 0.28],
  ['18B', 0.14],
  ['18C', 0.08],
  ['19B', 0.05],
  ['19C', 0.04],
]
const YEARS_OF_HISTORY = 6

/** The tables of the Standard Safeguarding Dataset, by name, as known at the close of `until`; the same children and days as the return has. */
export function safeguardingOf(
  known: readonly Known[],
  from: number,
  until: number,
): ReadonlyMap<string, ExtractTable> {
  const tables = {
    ssd_person: tableOf('pers_person_id,pers_sex,pers_gender,pers_ethnicity,pers_dob,pers_send_flag'),
    ssd_linked_identifiers: tableOf('link_table_id,link_person_id,link_identifier_type,link_identifier_value'),
    ssd_family: tableOf('fami_table_id,fami_family_id,fami_person_id'),
    ssd_address: tableOf(
      'addr_table_id,addr_person_id,addr_address_type,addr_address_start_date,addr_address_end_date,addr_address_postcode',
    ),
    ssd_disability: tableOf('disa_table_id,disa_person_id,disa_disability_code'),
    ssd_immigration_status: tableOf(
      'immi_immigration_status_id,immi_person_id,immi_immigration_status,immi_immigration_status_start_date,immi_immigration_status_end_date',
    ),
    ssd_cin_episodes: tableOf(
      'cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date',
    ),
    ssd_cin_assessments: tableOf(
      'cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date',
    ),
    ssd_assessment_factors: tableOf('cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json'),
    ssd_early_help_episodes: tableOf('earl_episode_id,earl_person_id,earl_episode_start_date,earl_episode_end_date'),
    ssd_cp_plans: tableOf(
      'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_ola,cppl_cp_plan_latest_category',
    ),
    ssd_cla_episodes: tableOf(
      'clae_cla_episode_id,clae_person_id,clae_cla_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_placement_id,clae_entered_care_date',
    ),
    ssd_cla_placement: tableOf(
      'clap_cla_placement_id,clap_cla_id,clap_person_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_placement_urn,clap_cla_placement_distance,clap_cla_placement_provider,clap_cla_placement_postcode,clap_cla_placement_end_date,clap_cla_placement_change_reason',
    ),
    ssd_legal_status: tableOf(
      'lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date',
    ),
    ssd_cla_reviews: tableOf(
      'clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation',
    ),
    ssd_cla_visits: tableOf(
      'clav_cla_visit_id,clav_cla_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,clav_cla_visit_seen_alone',
    ),
    ssd_cla_care_plan: tableOf(
      'lacp_table_id,lacp_person_id,lacp_cla_care_plan_start_date,lacp_cla_care_plan_end_date,lacp_cla_care_plan_json',
    ),
    ssd_cla_health: tableOf(
      'clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status',
    ),
    ssd_cla_immunisations: tableOf('clai_person_id,clai_immunisations_status,clai_immunisations_status_date'),
    ssd_sdq_scores: tableOf('csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_reason,csdq_sdq_score'),
    ssd_cla_substance_misuse: tableOf(
      'clas_substance_misuse_id,clas_person_id,clas_substance_misuse_date,clas_substance_misused,clas_intervention_received',
    ),
    ssd_cla_convictions: tableOf('clac_cla_conviction_id,clac_person_id,clac_cla_conviction_date'),
    ssd_missing: tableOf(
      'miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date,miss_missing_rhi_offered,miss_missing_rhi_accepted',
    ),
    ssd_care_leavers: tableOf(
      'clea_table_id,clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,clea_care_leaver_latest_contact,clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity,clea_pathway_plan_review_date,clea_care_leaver_allocated_team',
    ),
    ssd_permanence: tableOf(
      'perm_table_id,perm_person_id,perm_adm_decision_date,perm_placement_order_date,perm_placed_for_adoption_date,perm_matched_date,perm_adopted_by_carer_flag,perm_decision_reversed_date,perm_decision_reversed_reason,perm_permanence_order_date,perm_permanence_order_type',
    ),
    ssd_involvements: tableOf(
      'invo_involvements_id,invo_person_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason',
    ),
    ssd_professionals: tableOf(
      'prof_professional_id,prof_staff_id,prof_professional_job_title,prof_professional_caseload,prof_full_time_equivalency,prof_agency_worker_flag',
    ),
  }
  const since = Math.max(from, until - YEARS_OF_HISTORY * 366)
  for (const one of known) {
    const { child } = one
    const care = child.periods.filter(p => p.kind === 'care' && p.start <= until)
    if (child.periods.every(p => p.start > until || p.end <= from)) continue
    whoIs(tables, child, until)
    before(tables, child, care, since, until)
    episodesIn(tables, child, from, until)
    carried(tables, one, care, from, until)
    healthIn(tables, child, care, since, until)
    for (const [i, m] of one.incidents.entries()) {
      if (m.from < since || m.from > until) continue
      const random = randomFrom(seedOf(child.seed, 162, m.from))
      const offered = random.chance(0.93) ? 'Y' : random.chance(0.6) ? 'N' : 'NA'
      tables.ssd_missing.put({
        miss_table_id: `M${child.id}-${i}`,
        miss_person_id: child.id,
        miss_missing_episode_start_date: iso(m.from),
        miss_missing_episode_type: m.kind === 'M' ? 'Missing' : 'Away from placement without authorisation',
        miss_missing_episode_end_date: iso(m.to, until),
        miss_missing_rhi_offered: offered,
        miss_missing_rhi_accepted: offered === 'Y' ? (random.chance(0.78) ? 'Y' : 'N') : offered === 'NA' ? 'NA' : '',
      })
    }
    const now = standingNow(child, until)
    if (now)
      tables.ssd_care_leavers.put({
        clea_table_id: `L${child.id}`,
        clea_person_id: child.id,
        clea_care_leaver_eligibility: now.eligibility,
        clea_care_leaver_in_touch: now.touch,
        clea_care_leaver_latest_contact: iso(now.contact),
        clea_care_leaver_accommodation: now.accommodation,
        clea_care_leaver_accom_suitable: now.suitable === null ? '' : now.suitable ? '1' : '2',
        clea_care_leaver_activity: now.activity,
        clea_pathway_plan_review_date: iso(now.plan),
        clea_care_leaver_allocated_team: TEAMS[4],
      })
  }
  for (let i = 0; i < Math.max(3, known.length / 60); i++)
    tables.ssd_professionals.put({
      prof_professional_id: `PROF${i}`,
      prof_staff_id: `SW${1000 + i * 13}`,
      prof_professional_job_title: 'Social worker',
      prof_professional_caseload: 12 + (i % 9),
      prof_full_time_equivalency: i % 4 === 0 ? 0.8 : 1,
      prof_agency_worker_flag: i % 6 === 0,
    })
  return new Map(Object.entries(tables))
}

function whoIs(tables: Tables, child: Child, until: number): void {
  put(tables, 'ssd_person', {
    pers_person_id: child.id,
    pers_sex: child.sex,
    pers_gender: child.sex === 'M' ? '01' : '02',
    pers_ethnicity: child.ethnic,
    pers_dob: iso(child.born),
    pers_send_flag: randomFrom(seedOf(child.seed, 163)).chance(0.28) && child.born < until - 4 * 365 ? 'Y' : 'N',
  })
  put(tables, 'ssd_linked_identifiers', {
    link_table_id: `I${child.id}`,
    link_person_id: child.id,
    link_identifier_type: 'SSDA903 CHILD',
    link_identifier_value: child.id,
  })
  put(tables, 'ssd_family', {
    fami_table_id: `F${child.id}`,
    fami_family_id: `F${child.family}`,
    fami_person_id: child.id,
  })
  put(tables, 'ssd_disability', {
    disa_table_id: `D${child.id}`,
    disa_person_id: child.id,
    disa_disability_code: disabilityOf(child),
  })
  if (child.home)
    put(tables, 'ssd_address', {
      addr_table_id: `A${child.id}`,
      addr_person_id: child.id,
      addr_address_type: 'Home',
      addr_address_start_date: iso(child.born),
      addr_address_postcode: child.home,
    })
  const first = child.periods[0]
  if (child.uasc && first)
    put(tables, 'ssd_immigration_status', {
      immi_immigration_status_id: `U${child.id}`,
      immi_person_id: child.id,
      immi_immigration_status: 'Unaccompanied Asylum Seeking Child',
      immi_immigration_status_start_date: iso(first.start),
      immi_immigration_status_end_date: child.duc !== null ? iso(child.duc, until) : '',
    })
}

/** What went before care: referrals, assessments and what they found, early help, protection plans. */
function before(tables: Tables, child: Child, care: readonly Period[], since: number, until: number): void {
  for (const [n, period] of care.entries()) {
    if (period.start < since || period.start > until) continue
    const random = randomFrom(seedOf(child.seed, 164, n))
    const earlier = child.uasc ? 0 : random.poisson(1.8)
    const led = period.start - random.int(0, 90)
    for (let i = 0; i <= earlier; i++) {
      const day = i === earlier ? led : Math.max(child.born, led - random.int(60, 1500))
      const id = `R${child.id}-${n}-${i}`
      put(tables, 'ssd_cin_episodes', {
        cine_referral_id: id,
        cine_person_id: child.id,
        cine_referral_date: iso(day),
        cine_cin_primary_need_code: period.cin,
        cine_referral_source_code: random.pick(['1A', '2A', '3A', '5B', '6', '8']),
        cine_referral_nfa: i < earlier && random.chance(0.2) ? 'Y' : 'N',
        cine_close_reason: i < earlier ? 'RC8' : '',
        cine_close_date: i < earlier ? iso(day + random.int(20, 50), until) : '',
      })
    }
    if (random.chance(0.92)) {
      const day = random.chance(0.85) ? led + random.int(0, 10) : period.start + random.int(1, 50)
      const done = day + random.int(10, 44)
      put(tables, 'ssd_cin_assessments', {
        cina_assessment_id: `S${child.id}-${n}`,
        cina_person_id: child.id,
        cina_referral_id: `R${child.id}-${n}-${earlier}`,
        cina_assessment_start_date: iso(day, until),
        cina_assessment_child_seen: 'Y',
        cina_assessment_auth_date: iso(done, until),
      })
      const found = FACTORS.filter(([, share]) => random.chance(share)).map(([code]) => code)
      put(tables, 'ssd_assessment_factors', {
        cinf_table_id: `S${child.id}-${n}`,
        cinf_assessment_id: `S${child.id}-${n}`,
        cinf_assessment_factors_json: JSON.stringify(found.length ? found : ['21']),
      })
    }
    if (!child.uasc && random.chance(0.34)) {
      const start = Math.max(child.born, period.start - random.int(150, 1200))
      put(tables, 'ssd_early_help_episodes', {
        earl_episode_id: `E${child.id}-${n}`,
        earl_person_id: child.id,
        earl_episode_start_date: iso(start),
        earl_episode_end_date: iso(Math.min(period.start, start + random.int(40, 250))),
      })
    }
    if (!child.uasc && random.chance(0.44)) {
      const start = Math.max(child.born, period.start - random.int(60, 900))
      if (start >= period.start) continue
      const category = random.from(ABUSE)
      put(tables, 'ssd_cp_plans', {
        cppl_cp_plan_id: `P${child.id}-${n}`,
        cppl_person_id: child.id,
        cppl_cp_plan_start_date: iso(start),
        cppl_cp_plan_end_date: iso(
          random.chance(0.7) ? period.start + random.int(5, 60) : Math.min(period.start, start + 300),
          until,
        ),
        cppl_cp_plan_initial_category: category,
        cppl_cp_plan_ola: 'N',
        cppl_cp_plan_latest_category: category,
      })
    }
  }
}

/**
 * What each file besides the return must look like (local-extracts.md section 3, 4.8, 4.9; docs/files.md for the dataset's and
 * Ofsted's): how it stands in time, what makes two rows the same, and what a row must have. Written out longhand.
 *
 * time: `events DAY` happened on DAY and speak for 24 months; `any` speaks for any day up to the extract date; `pictures DAY N`
 * describe DAY and are used for N days; `picture N` describes the extract date; `limited N` speaks for N months; `whole` for any day.
 */
const lines = `
visits | events cla_visit_date | cla_visit_id | cla_visit_id child_id cla_visit_date visit_purpose visit_method
support | events referral_date | support_id | support_id child_id support_type referral_date edge_of_care fragile_placement
cohorts | events status_date | cohort child_id status status_date | cohort child_id status status_date
plans | events cla_care_plan_start_date | child_id cla_care_plan_start_date | child_id cla_care_plan_start_date
court | events lodged_date | application_id child_id | application_id child_id application_type lodged_date
education | pictures as_at 160 | child_id academic_year term as_at | child_id academic_year term as_at phase
attainment | any | child_id academic_year measure predicted | child_id academic_year measure met predicted
placements | events start_date | child_id cla_placement_id start_date | child_id child_group cla_placement_id start_date cla_placement_type weekly_cost
foster_households | events valid_from | household_id valid_from | household_id valid_from approval_date care_type approved_places
foster_places | pictures as_at 92 | as_at household_id place_status reason sub_reason | as_at household_id place_status places
foster_events | events event_date | subject_id event_type event_date | subject_id event_type event_date
quality | events opened_date | item_id | item_id item_type opened_date
homes | events event_date | urn event_type event_date | urn event_type event_date
workers | pictures as_at 31 | as_at worker_id team | as_at worker_id team role fte cases
unit_costs | whole | item_type item provider from | item_type item weekly_cost from source
budget | pictures as_at 366 | financial_year as_at line | financial_year as_at line line_type
ssd_person | any | pers_person_id | pers_person_id
ssd_family | any | fami_family_id fami_person_id | fami_family_id fami_person_id
ssd_address | events addr_address_start_date | addr_table_id addr_person_id addr_address_type addr_address_start_date | addr_person_id
ssd_disability | any | disa_person_id disa_disability_code | disa_person_id
ssd_immigration_status | events immi_immigration_status_start_date | immi_immigration_status_id immi_person_id immi_immigration_status immi_immigration_status_start_date | immi_person_id
ssd_cin_episodes | events cine_referral_date | cine_referral_id cine_person_id | cine_referral_id cine_person_id cine_referral_date
ssd_cin_assessments | events cina_assessment_start_date | cina_assessment_id cina_person_id | cina_assessment_id cina_person_id
ssd_assessment_factors | any | cinf_table_id cinf_assessment_id | cinf_assessment_id
ssd_early_help_episodes | events earl_episode_start_date | earl_episode_id earl_person_id | earl_episode_id earl_person_id earl_episode_start_date
ssd_cp_plans | events cppl_cp_plan_start_date | cppl_cp_plan_id cppl_person_id | cppl_cp_plan_id cppl_person_id cppl_cp_plan_start_date
ssd_cla_episodes | events clae_cla_episode_start_date | clae_cla_episode_id | clae_cla_episode_id clae_person_id clae_cla_episode_start_date
ssd_cla_placement | events clap_cla_placement_start_date | clap_cla_placement_id | clap_cla_placement_id clap_cla_placement_start_date
ssd_legal_status | events lega_legal_status_start_date | lega_legal_status_id lega_person_id | lega_legal_status_id lega_person_id lega_legal_status_start_date
ssd_cla_convictions | events clac_cla_conviction_date | clac_cla_conviction_id clac_person_id | clac_cla_conviction_id clac_person_id clac_cla_conviction_date
ssd_cla_health | events clah_health_check_date | clah_health_check_id clah_person_id | clah_health_check_id clah_person_id clah_health_check_date
ssd_cla_immunisations | picture 31 | clai_person_id | clai_person_id
ssd_cla_substance_misuse | events clas_substance_misuse_date | clas_substance_misuse_id clas_person_id | clas_substance_misuse_id clas_person_id clas_substance_misuse_date
ssd_cla_reviews | events clar_cla_review_date | clar_cla_review_id clar_cla_id | clar_cla_review_id clar_cla_id
ssd_cla_previous_permanence | any | lapp_table_id lapp_person_id lapp_previous_permanence_option lapp_previous_permanence_order_date | lapp_person_id
ssd_cla_care_plan | events lacp_cla_care_plan_start_date | lacp_table_id lacp_person_id lacp_cla_care_plan_start_date | lacp_person_id lacp_cla_care_plan_start_date
ssd_cla_visits | events clav_cla_visit_date | clav_cla_visit_id clav_person_id | clav_cla_visit_id clav_person_id clav_cla_visit_date
ssd_sdq_scores | events csdq_sdq_completed_date | csdq_table_id csdq_person_id csdq_sdq_completed_date | csdq_person_id
ssd_missing | events miss_missing_episode_start_date | miss_table_id miss_person_id miss_missing_episode_start_date miss_missing_episode_type | miss_person_id miss_missing_episode_start_date
ssd_care_leavers | picture 31 | clea_person_id | clea_person_id
ssd_permanence | events perm_adm_decision_date | perm_table_id perm_person_id | perm_table_id perm_person_id
ssd_professionals | picture 366 | prof_professional_id | prof_professional_id
ssd_involvements | events invo_involvement_start_date | invo_involvements_id invo_person_id invo_professional_id invo_involvement_start_date | invo_person_id invo_involvement_start_date
list_1 | limited 6 | * | child unique id
list_2 | limited 6 | * | child unique id
list_3 | limited 6 | * | child unique id
list_4 | limited 6 | * | child unique id
list_5 | limited 6 | * | child unique id
list_6 | picture 31 | * | child unique id
list_7 | picture 31 | * | child unique id
list_8 | picture 31 | * | child unique id
list_9 | picture 31 | * | child unique id
list_10 | limited 12 | * | child unique id
list_11 | limited 12 | * | individual adopter identifier`

export type Time =
  | { readonly kind: 'events'; readonly day: string; readonly months: number }
  | { readonly kind: 'any' | 'whole' }
  | { readonly kind: 'limited'; readonly months: number }
  /** Without `day` the picture is of the extract date. */
  | { readonly kind: 'pictures'; readonly day: string | null; readonly oldest: number }

export type Shape = {
  readonly name: string
  readonly time: Time
  /** Columns that make two rows the same; empty where every column does. */
  readonly key: readonly string[]
  readonly needed: readonly string[]
}

function timeOf(words: readonly string[]): Time {
  const [kind, first = '', second = ''] = words
  if (kind === 'events') return { kind, day: first, months: 24 }
  if (kind === 'limited') return { kind, months: Number(first) }
  if (kind === 'pictures') return { kind, day: first, oldest: Number(second) }
  if (kind === 'picture') return { kind: 'pictures', day: null, oldest: Number(first) }
  return { kind: kind === 'whole' ? 'whole' : 'any' }
}

export const shapes: readonly Shape[] = lines
  .trim()
  .split('\n')
  .map(line => {
    const [name = '', time = '', key = '', needed = ''] = line.split('|').map(part => part.trim())
    return {
      name,
      time: timeOf(time.split(' ')),
      key: key === '*' ? [] : key.split(' '),
      needed: name.startsWith('list_') ? [needed] : needed.split(' '),
    }
  })

/** The codes of the columns that must be filled: another code sets the row aside (1.1). */
export const neededCodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  visits: {
    visit_purpose: 'statutory return_interview review support other',
    visit_method: 'face_to_face virtual phone attempted',
  },
  support: {
    support_type: 'family_support placement_support in_reach life_coach speech_language mental_health other',
  },
  cohorts: {
    status:
      'in_scope assessed suitable not_suitable negotiation on_pathway date_set expected delayed going_home moved_nearer moved_foster moved_home order_made left_care removed',
  },
  court: {
    application_type:
      'care placement_order adoption discharge_care_order special_guardianship child_arrangements deprivation_of_liberty other',
  },
  education: {
    term: 'autumn spring summer',
    phase: 'early_years primary secondary special alternative post_16 not_in_school',
  },
  attainment: {
    measure:
      'eyfs_gld ks1_rwm ks1_reading ks1_writing ks1_maths ks2_rwm ks2_reading ks2_writing ks2_maths ks4_basics_5 ks4_basics_4',
  },
  placements: { child_group: 'in_care care_leaver' },
  foster_households: { care_type: 'long_term short_term connected fostering_to_adopt respite supported_lodgings' },
  foster_places: { place_status: 'filled vacant not_available respite' },
  foster_events: {
    event_type:
      'enquiry home_visit assessment_started enquiry_closed connected_request annual_review supervision_visit',
  },
  quality: { item_type: 'iro_challenge audit feedback' },
  homes: { event_type: 'registered inspected reg44_visit closed' },
  workers: { role: 'social_worker newly_qualified advanced manager personal_adviser other' },
  unit_costs: { item_type: 'placement avoidance' },
  budget: { line_type: 'total subtotal line one_off' },
}

/** Numbers that must be there, with the least and the most; `above` where the least itself is not allowed. */
export const neededNumbers: Readonly<
  Record<string, Readonly<Record<string, { least: number; most: number; above?: true; whole?: true }>>>
> = {
  placements: { weekly_cost: { least: 0, most: Infinity } },
  foster_households: { approved_places: { least: 0, most: Infinity, whole: true } },
  foster_places: { places: { least: 1, most: Infinity, whole: true } },
  workers: { fte: { least: 0, most: 1, above: true }, cases: { least: 0, most: Infinity, whole: true } },
  unit_costs: { weekly_cost: { least: 0, most: Infinity } },
}

/** Columns that must be filled where another has one of these codes (or, '*', anything). */
export const neededWhere: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  visits: [
    ['cla_visit_seen', 'visit_purpose', 'statutory'],
    ['missing_episode_start_date', 'visit_purpose', 'return_interview'],
    ['activity', 'visit_purpose', 'support'],
    ['hours', 'visit_purpose', 'support'],
  ],
  support: [['high_risk', 'fragile_placement', 'yes']],
  court: [
    ['outcome', 'outcome_date', '*'],
    ['outcome_date', 'outcome', '*'],
  ],
  education: [['sessions_absent', 'sessions_possible', '*']],
  foster_households: [['end_reason', 'approval_end_date', '*']],
  foster_places: [['reason', 'place_status', 'not_available']],
  homes: [['grade', 'event_type', 'inspected']],
  quality: [
    ['child_group', 'item_type', 'audit'],
    ['grade', 'item_type', 'audit'],
    ['source', 'item_type', 'feedback'],
    ['response_recorded', 'item_type', 'feedback'],
  ],
}

/** Half-open spells: an end before the start sets the row aside (1.4). */
export const spells: Readonly<Record<string, readonly [string, string]>> = {
  support: ['start_date', 'end_date'],
  placements: ['start_date', 'end_date'],
  foster_households: ['valid_from', 'valid_to'],
  unit_costs: ['from', 'to'],
}

/** Columns with a day: one that cannot be read sets the row aside (1.1). */
export const dayColumns: Readonly<Record<string, string>> = {
  visits: 'cla_visit_date missing_episode_start_date',
  support: 'referral_date start_date end_date dob',
  cohorts: 'status_date due_date avoided_until',
  plans: 'cla_care_plan_start_date agreed_date ratified_date',
  court: 'lodged_date next_hearing_date outcome_date',
  education: 'as_at pep_date pep_meeting_date',
  placements: 'start_date end_date',
  foster_households: 'valid_from valid_to approval_date approval_end_date',
  foster_places: 'as_at',
  foster_events: 'event_date due_date',
  quality: 'opened_date closed_date',
  homes: 'event_date report_sent_date',
  workers: 'as_at',
  unit_costs: 'from to',
  budget: 'as_at',
}

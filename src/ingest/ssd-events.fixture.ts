import type { TablesGiven } from './ssd.fixture.ts'

/** Visits, questionnaires, missing incidents, care leavers, permanence and workers. */
export const eventTables: TablesGiven = {
  ssd_cla_visits: {
    file: 'ssd_cla_visits.csv',
    lines: [
      'clav_cla_visit_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,clav_cla_visit_seen_alone', // no clav_cla_id
      'V1,P1,2026-10-01,Y,N',
      'V2,P1,2026-10-32,Y,N',
    ],
    rows: [
      {
        clav_cla_visit_id: 'V1',
        clav_cla_id: null,
        clav_person_id: 'P1',
        clav_cla_visit_date: '2026-10-01',
        clav_cla_visit_seen: true,
        clav_cla_visit_seen_alone: false,
      },
    ],
  },
  ssd_sdq_scores: {
    file: 'ssd_sdq_scores.csv',
    lines: [
      'csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_reason,csdq_sdq_score',
      'Q1,P1,2026-03-04,PLACEHOLDER_DATA,14',
      'Q2,P2,,SDQ2,',
      'Q3,P3,2026-03-05,,41', // there is no such score
    ],
    rows: [
      {
        csdq_table_id: 'Q1',
        csdq_person_id: 'P1',
        csdq_sdq_completed_date: '2026-03-04',
        csdq_sdq_reason: null,
        csdq_sdq_score: 14,
      },
      {
        csdq_table_id: 'Q2',
        csdq_person_id: 'P2',
        csdq_sdq_completed_date: null,
        csdq_sdq_reason: 'SDQ2',
        csdq_sdq_score: null,
      },
      {
        csdq_table_id: 'Q3',
        csdq_person_id: 'P3',
        csdq_sdq_completed_date: '2026-03-05',
        csdq_sdq_reason: null,
        csdq_sdq_score: null,
      },
    ],
  },
  ssd_missing: {
    file: 'ssd_missing.csv',
    lines: [
      'miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date,miss_missing_rhi_offered,miss_missing_rhi_accepted',
      'M1,P1,2026-03-04,Missing,2026-03-04,Y,N',
      'M2,P1,2026-03-04,Away,2026-03-06,NA,',
      'M3,P1,2026-03-09,M,2026-03-10,NULL,NULL',
    ],
    rows: [
      incident('M1', '2026-03-04', 'Missing', '2026-03-04', 'Y', 'N'),
      incident('M2', '2026-03-04', 'Away', '2026-03-06', 'NA', null),
      incident('M3', '2026-03-09', 'M', '2026-03-10', null, null),
    ],
  },
  ssd_care_leavers: {
    file: 'ssd_care_leavers_2026-10-31.csv',
    lines: [
      'clea_table_id,clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,clea_care_leaver_latest_contact,clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity,clea_pathway_plan_review_date,clea_care_leaver_personal_advisor,clea_care_leaver_allocated_team,clea_care_leaver_worker_id',
      'CL1,P8,Former Relevant,Yes,2026-10-01,Z,1,F1,2026-06-07,A. Name,T2,W3',
      'CL2,P9,No Current Eligibility,RHOM,1900-01-01,X2,2,0,,,,',
    ],
    rows: [
      {
        as_at: '2026-10-31',
        clea_table_id: 'CL1',
        clea_person_id: 'P8',
        clea_care_leaver_eligibility: 'former_relevant',
        clea_care_leaver_in_touch: 'YES',
        clea_care_leaver_latest_contact: '2026-10-01',
        clea_care_leaver_accommodation: 'Z',
        clea_care_leaver_accom_suitable: 'suitable',
        clea_care_leaver_activity: 'F1',
        clea_pathway_plan_review_date: '2026-06-07',
        clea_care_leaver_allocated_team: 'T2',
        clea_care_leaver_worker_id: 'W3',
      },
      {
        as_at: '2026-10-31',
        clea_table_id: 'CL2',
        clea_person_id: 'P9',
        clea_care_leaver_eligibility: 'none',
        clea_care_leaver_in_touch: 'RHOM',
        clea_care_leaver_latest_contact: null,
        clea_care_leaver_accommodation: 'X',
        clea_care_leaver_accom_suitable: 'unsuitable',
        clea_care_leaver_activity: 'unknown',
        clea_pathway_plan_review_date: null,
        clea_care_leaver_allocated_team: null,
        clea_care_leaver_worker_id: null,
      },
    ],
  },
  ssd_permanence: {
    file: 'ssd_permanence.csv',
    lines: [
      'perm_table_id,perm_person_id,perm_cla_id,perm_adm_decision_date,perm_ffa_cp_decision_date,perm_placement_order_date,perm_placed_for_adoption_date,perm_matched_date,perm_adopted_by_carer_flag,perm_placed_ffa_cp_date,perm_decision_reversed_date,perm_placed_foster_carer_date,perm_part_of_sibling_group,perm_siblings_placed_together,perm_siblings_placed_apart,perm_placement_provider_urn,perm_decision_reversed_reason,perm_permanence_order_date,perm_permanence_order_type,perm_adoption_worker_id,perm_adopter_sex,perm_adopter_legal_status,perm_number_of_adopters',
      'PM1,P1,CLA1,2025-03-04,1900-01-01,2025-05-06,2025-08-09,2025-07-08,N,,,PLACEHOLDER_DATA,1,2,0,URN1,,2026-01-02,Adoption,W4,MF,L11,2',
      'PM2,P3,CLA5,,,,,,,,,,,,,,,2026-02-03,Special Guardianship,,,,',
    ],
    rows: [
      permanence({
        perm_table_id: 'PM1',
        perm_person_id: 'P1',
        perm_cla_id: 'CLA1',
        perm_adm_decision_date: '2025-03-04',
        perm_placement_order_date: '2025-05-06',
        perm_placed_for_adoption_date: '2025-08-09',
        perm_matched_date: '2025-07-08',
        perm_adopted_by_carer_flag: false,
        perm_part_of_sibling_group: true,
        perm_siblings_placed_together: 2,
        perm_siblings_placed_apart: 0,
        perm_placement_provider_urn: 'URN1',
        perm_permanence_order_date: '2026-01-02',
        perm_permanence_order_type: 'adoption',
        perm_adoption_worker_id: 'W4',
        perm_adopter_sex: 'MF',
        perm_adopter_legal_status: 'L11',
        perm_number_of_adopters: 2,
      }),
      permanence({
        perm_table_id: 'PM2',
        perm_person_id: 'P3',
        perm_cla_id: 'CLA5',
        perm_permanence_order_date: '2026-02-03',
        perm_permanence_order_type: 'special_guardianship',
      }),
    ],
  },
  ssd_professionals: {
    file: 'ssd_professionals_2026-10-31.csv',
    lines: [
      'prof_professional_id,prof_staff_id,prof_professional_name,prof_social_worker_registration_no,prof_professional_job_title,prof_professional_caseload,prof_professional_department,prof_full_time_equivalency,prof_agency_worker_flag',
      'W1,S1,A. Name,SW123456,Social Worker,17,West,0.8,PLACEHOLDER_DATA',
    ],
    rows: [
      {
        as_at: '2026-10-31',
        prof_professional_id: 'W1',
        prof_staff_id: 'S1',
        prof_professional_job_title: 'Social Worker',
        prof_professional_caseload: 17,
        prof_professional_department: 'West',
        prof_full_time_equivalency: 0.8,
        prof_agency_worker_flag: null,
      },
    ],
  },
  ssd_involvements: {
    file: 'ssd_involvements.csv',
    lines: [
      'invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason,invo_person_id,invo_referral_id',
      'IN1,W1,Allocated Case Worker,West,2025-01-02,2025-08-09,LEFTRL,P1,R1',
      'IN2,W2,Allocated Case Worker,West,2025-08-09,,gone,P1,R1',
    ],
    rows: [
      {
        invo_involvements_id: 'IN1',
        invo_person_id: 'P1',
        invo_professional_id: 'W1',
        invo_professional_role_id: 'Allocated Case Worker',
        invo_professional_team: 'West',
        invo_involvement_start_date: '2025-01-02',
        invo_involvement_end_date: '2025-08-09',
        invo_worker_change_reason: 'LEFTRL',
        invo_referral_id: 'R1',
      },
      {
        invo_involvements_id: 'IN2',
        invo_person_id: 'P1',
        invo_professional_id: 'W2',
        invo_professional_role_id: 'Allocated Case Worker',
        invo_professional_team: 'West',
        invo_involvement_start_date: '2025-08-09',
        invo_involvement_end_date: null,
        invo_worker_change_reason: 'unknown',
        invo_referral_id: 'R1',
      },
    ],
  },
}

function incident(
  id: string,
  start: string,
  type: string,
  end: string,
  offered: string | null,
  accepted: string | null,
): object {
  return {
    miss_table_id: id,
    miss_person_id: 'P1',
    miss_missing_episode_start_date: start,
    miss_missing_episode_type: type,
    miss_missing_episode_end_date: end,
    miss_missing_rhi_offered: offered,
    miss_missing_rhi_accepted: accepted,
  }
}

function permanence(known: object): object {
  return {
    perm_adm_decision_date: null,
    perm_ffa_cp_decision_date: null,
    perm_placement_order_date: null,
    perm_placed_for_adoption_date: null,
    perm_matched_date: null,
    perm_adopted_by_carer_flag: null,
    perm_placed_ffa_cp_date: null,
    perm_decision_reversed_date: null,
    perm_placed_foster_carer_date: null,
    perm_part_of_sibling_group: null,
    perm_siblings_placed_together: null,
    perm_siblings_placed_apart: null,
    perm_placement_provider_urn: null,
    perm_decision_reversed_reason: null,
    perm_permanence_order_date: null,
    perm_permanence_order_type: null,
    perm_adoption_worker_id: null,
    perm_adopter_sex: null,
    perm_adopter_legal_status: null,
    perm_number_of_adopters: null,
    ...known,
  }
}

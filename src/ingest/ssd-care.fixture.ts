import type { TablesGiven } from './ssd.fixture.ts'

/** Care: episodes, placements, health, reviews and plans. */
export const careTables: TablesGiven = {
  ssd_cla_episodes: {
    file: 'ssd_cla_episodes.csv',
    lines: [
      'clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_referral_id,clae_cla_placement_id,clae_entered_care_date,clae_cla_last_iro_contact_date',
      'EP1,P1,2025-01-02,S,N1,2025-06-07,x1,CLA1,R1,PL1,2025-01-02,1900-01-01',
      'EP2,P1,2025-06-07,P,N1,,,CLA1,R1,PL2,2025-01-02,2026-09-10',
      'EP3,P2,2026-06-07,S,N5,2026-06-07,E4A,CLA2,R2,PL3,,', // never true
      'EP4,P2,2026-12-01,S,N5,,,CLA3,R2,PL4,,', // after the extract date
      'EP5,P2,2026-05-01,Q,N5,,E99,CLA4,R2,PL4,,', // no such reasons
    ],
    rows: [
      {
        clae_cla_episode_id: 'EP1',
        clae_person_id: 'P1',
        clae_cla_id: 'CLA1',
        clae_cla_episode_start_date: '2025-01-02',
        clae_cla_episode_start_reason: 'S',
        clae_cla_primary_need_code: 'N1',
        clae_cla_episode_ceased_date: '2025-06-07',
        clae_cla_episode_ceased_reason: 'X1',
        clae_referral_id: 'R1',
        clae_cla_placement_id: 'PL1',
        clae_entered_care_date: '2025-01-02',
        clae_cla_last_iro_contact_date: null,
      },
      {
        clae_cla_episode_id: 'EP2',
        clae_person_id: 'P1',
        clae_cla_id: 'CLA1',
        clae_cla_episode_start_date: '2025-06-07',
        clae_cla_episode_start_reason: 'P',
        clae_cla_primary_need_code: 'N1',
        clae_cla_episode_ceased_date: null,
        clae_cla_episode_ceased_reason: null,
        clae_referral_id: 'R1',
        clae_cla_placement_id: 'PL2',
        clae_entered_care_date: '2025-01-02',
        clae_cla_last_iro_contact_date: '2026-09-10',
      },
      {
        clae_cla_episode_id: 'EP5',
        clae_person_id: 'P2',
        clae_cla_id: 'CLA4',
        clae_cla_episode_start_date: '2026-05-01',
        clae_cla_episode_start_reason: 'unknown',
        clae_cla_primary_need_code: 'N5',
        clae_cla_episode_ceased_date: null,
        clae_cla_episode_ceased_reason: 'unknown',
        clae_referral_id: 'R2',
        clae_cla_placement_id: 'PL4',
        clae_entered_care_date: null,
        clae_cla_last_iro_contact_date: null,
      },
    ],
  },
  ssd_cla_placement: {
    file: 'ssd_cla_placements.csv', // the other name
    lines: [
      'clap_cla_placement_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_placement_urn,clap_cla_placement_distance,clap_cla_id,clap_cla_placement_provider,clap_cla_placement_postcode,clap_cla_placement_end_date,clap_cla_placement_change_reason,clap_person_id',
      'PL1,2025-01-02,u1,SC1,12.3,CLA1,PR1,qa1 1aa,2025-06-07,CARPL,P1',
      'PL2,2025-06-07,K3,SSD_PH,999.9,CLA1,PR4,,1900-01-01 00:00:00.000,,P1',
    ],
    rows: [
      {
        clap_cla_placement_id: 'PL1',
        clap_cla_id: 'CLA1',
        clap_person_id: 'P1',
        clap_cla_placement_start_date: '2025-01-02',
        clap_cla_placement_type: 'U1',
        clap_cla_placement_urn: 'SC1',
        clap_cla_placement_distance: 12.3,
        clap_cla_placement_provider: 'PR1',
        clap_cla_placement_postcode: 'QA11AA',
        clap_cla_placement_end_date: '2025-06-07',
        clap_cla_placement_change_reason: 'CARPL',
      },
      {
        clap_cla_placement_id: 'PL2',
        clap_cla_id: 'CLA1',
        clap_person_id: 'P1',
        clap_cla_placement_start_date: '2025-06-07',
        clap_cla_placement_type: 'K3',
        clap_cla_placement_urn: null,
        clap_cla_placement_distance: 999.9,
        clap_cla_placement_provider: 'PR4',
        clap_cla_placement_postcode: null,
        clap_cla_placement_end_date: null,
        clap_cla_placement_change_reason: null,
      },
    ],
  },
  ssd_legal_status: {
    file: 'ssd_legal_status.csv',
    lines: [
      'lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date',
      'LS1,P1,C1,2025-01-02,2025-09-10',
      'LS2,P1,C2 - Full care order,2025-09-10,',
    ],
    rows: [
      {
        lega_legal_status_id: 'LS1',
        lega_person_id: 'P1',
        lega_legal_status: 'C1',
        lega_legal_status_start_date: '2025-01-02',
        lega_legal_status_end_date: '2025-09-10',
      },
      {
        lega_legal_status_id: 'LS2',
        lega_person_id: 'P1',
        lega_legal_status: 'C2',
        lega_legal_status_start_date: '2025-09-10',
        lega_legal_status_end_date: null,
      },
    ],
  },
  ssd_cla_convictions: {
    file: 'ssd_cla_convictions.csv',
    lines: [
      'clac_cla_conviction_id,clac_person_id,clac_cla_conviction_date,clac_cla_conviction_offence',
      'CV1,P1,2026-02-03,what was done',
    ],
    rows: [
      { clac_cla_conviction_id: 'CV1', clac_person_id: 'P1', clac_cla_conviction_date: '2026-02-03' }, // the details are not kept
    ],
  },
  ssd_cla_health: {
    file: 'ssd_cla_health.csv',
    lines: [
      'clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status',
      'H1,P1,Review Health Assessment,2026-02-03,COMPLETED',
      'H2,P1,Dental Check,2026-02-04,',
      'H3,P1,Dental Check,2026-02-05,Did not attend',
    ],
    rows: [
      {
        clah_health_check_id: 'H1',
        clah_person_id: 'P1',
        clah_health_check_type: 'Review Health Assessment',
        clah_health_check_date: '2026-02-03',
        clah_health_check_status: 'completed',
      },
      {
        clah_health_check_id: 'H2',
        clah_person_id: 'P1',
        clah_health_check_type: 'Dental Check',
        clah_health_check_date: '2026-02-04',
        clah_health_check_status: null,
      },
      {
        clah_health_check_id: 'H3',
        clah_person_id: 'P1',
        clah_health_check_type: 'Dental Check',
        clah_health_check_date: '2026-02-05',
        clah_health_check_status: 'unknown',
      },
    ],
  },
  ssd_cla_immunisations: {
    file: 'ssd_cla_immunisations_2026-10-31.csv',
    lines: ['clai_person_id,clai_immunisations_status,clai_immunisations_status_date', 'P1,Y,2026-02-03', 'P2,,SSD_PH'],
    rows: [
      {
        as_at: '2026-10-31',
        clai_person_id: 'P1',
        clai_immunisations_status: true,
        clai_immunisations_status_date: '2026-02-03',
      },
      {
        as_at: '2026-10-31',
        clai_person_id: 'P2',
        clai_immunisations_status: null,
        clai_immunisations_status_date: null,
      },
    ],
  },
  ssd_cla_substance_misuse: {
    file: 'ssd_cla_substance_misuse.csv',
    lines: [
      'clas_substance_misuse_id,clas_person_id,clas_substance_misuse_date,clas_substance_misused,clas_intervention_received',
      'SM1,P1,2026-02-03,CANNABIS,1',
    ],
    rows: [
      {
        clas_substance_misuse_id: 'SM1',
        clas_person_id: 'P1',
        clas_substance_misuse_date: '2026-02-03',
        clas_substance_misused: 'CANNABIS',
        clas_intervention_received: true,
      },
    ],
  },
  ssd_cla_reviews: {
    file: 'ssd_cla_reviews.csv',
    lines: [
      'clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation',
      'RV1,CLA1,2025-01-30,2025-01-28,N,pn1',
      'RV2,CLA1,2026-11-30,,N,', // to come
    ],
    rows: [
      {
        clar_cla_review_id: 'RV1',
        clar_cla_id: 'CLA1',
        clar_cla_review_due_date: '2025-01-30',
        clar_cla_review_date: '2025-01-28',
        clar_cla_review_cancelled: false,
        clar_cla_review_participation: 'PN1',
      },
      {
        clar_cla_review_id: 'RV2',
        clar_cla_id: 'CLA1',
        clar_cla_review_due_date: '2026-11-30',
        clar_cla_review_date: null,
        clar_cla_review_cancelled: false,
        clar_cla_review_participation: null,
      },
    ],
  },
  ssd_cla_previous_permanence: {
    file: 'ssd_cla_previous_permanence.csv',
    lines: [
      'lapp_table_id,lapp_person_id,lapp_previous_permanence_order_date,lapp_previous_permanence_option,lapp_previous_permanence_la',
      'LP1,P1,zz/05/2020,P2,Other Town',
    ],
    rows: [
      {
        lapp_table_id: 'LP1',
        lapp_person_id: 'P1',
        lapp_previous_permanence_order_date: 'zz/05/2020',
        lapp_previous_permanence_option: 'P2',
        lapp_previous_permanence_la: 'Other Town',
      },
    ],
  },
  ssd_cla_care_plan: {
    file: 'ssd_cla_care_plan.csv',
    lines: [
      'lacp_table_id,lacp_person_id,lacp_cla_care_plan_start_date,lacp_cla_care_plan_end_date,lacp_cla_care_plan_json',
      'LC1,P1,2025-01-10,,"{""REMAINSUP"": """", ""LTFOST18"": ""Y""}"',
    ],
    rows: [
      {
        lacp_table_id: 'LC1',
        lacp_person_id: 'P1',
        lacp_cla_care_plan_start_date: '2025-01-10',
        lacp_cla_care_plan_end_date: null,
        lacp_cla_care_plan_json: '{"REMAINSUP": "", "LTFOST18": "Y"}',
      },
    ],
  },
}

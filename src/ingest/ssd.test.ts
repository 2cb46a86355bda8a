import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountOf, ask, askEach, type Done, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'

afterAll(removeFolders)

const council = { authority: 'E06000999' }

/** Files by name, each as its lines; Windows line ends. */
function folderOf(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), `${lines.join('\r\n')}\r\n`)
  return folder
}

/** One file a table, and every row of it as it is to be read, columns that are not in the file left out. */
const tables: Readonly<Record<string, { file: string; lines: readonly string[]; rows: readonly object[] }>> = {
  ssd_person: {
    file: 'ssd_person_2026-10-31.csv',
    lines: [
      'PERS_PERSON_ID,pers_forename,pers_surname,pers_sex,pers_gender,pers_ethnicity,pers_dob,pers_common_child_id,pers_send_flag,pers_expected_dob,pers_death_date,pers_nationality',
      'p1,SSD_PH,SSD_PH,m,01,wbri,2012-05-06 00:00:00,9999,Y,1900-01-01 00:00:00,1900-01-01,SSD_PH',
      'P2,,,U,,NOBT,,,N,15/11/2026,Jan  1 1900 12:00AM,SD', // not yet born
      'P3,,,X,,WBRI,2012-05-06,,,,,', // no such sex
      ',,,F,,WBRI,2012-05-06,,,,,', // whose?
    ],
    rows: [
      person({
        pers_person_id: 'P1',
        pers_sex: 'M',
        pers_gender: '01',
        pers_ethnicity: 'WBRI',
        pers_dob: '2012-05-06',
        pers_send_flag: true,
      }),
      person({
        pers_person_id: 'P2',
        pers_sex: 'U',
        pers_ethnicity: 'NOBT',
        pers_expected_dob: '2026-11-15',
        pers_send_flag: false,
        pers_nationality: 'SD',
      }),
      person({ pers_person_id: 'P3', pers_sex: 'unknown', pers_ethnicity: 'WBRI', pers_dob: '2012-05-06' }),
    ],
  },
  ssd_family: {
    file: 'ssd_family.csv',
    lines: [
      'fami_table_id,fami_family_id,fami_person_id',
      'PLACEHOLDER_DATA,F1,P1',
      'PLACEHOLDER_DATA,F1,p2',
      'PLACEHOLDER_DATA,F1,P2', // the same again
    ],
    rows: [
      { fami_table_id: null, fami_family_id: 'F1', fami_person_id: 'P1' },
      { fami_table_id: null, fami_family_id: 'F1', fami_person_id: 'P2' },
    ],
  },
  ssd_address: {
    file: 'ssd_address.csv',
    lines: [
      'addr_table_id,addr_address_json,addr_person_id,addr_address_type,addr_address_start_date,addr_address_end_date,addr_address_postcode',
      'A1,"{""HOUSE"": ""1""}",P1,Home,2020-01-02T00:00:00,,qa1 1aa',
      'A2,,P1,Placement,2024-01-02,2025-01-02,QA11AB',
      'A3,,P2,Home,2025-01-02,2024-01-02,QA11AB', // ends before it begins
    ],
    rows: [
      {
        addr_table_id: 'A1',
        addr_person_id: 'P1',
        addr_address_type: 'Home',
        addr_address_start_date: '2020-01-02',
        addr_address_end_date: null,
        addr_address_postcode: 'QA11AA',
      },
      {
        addr_table_id: 'A2',
        addr_person_id: 'P1',
        addr_address_type: 'Placement',
        addr_address_start_date: '2024-01-02',
        addr_address_end_date: '2025-01-02',
        addr_address_postcode: 'QA11AB',
      },
    ],
  },
  ssd_disability: {
    file: 'ssd_disability.csv',
    lines: ['disa_person_id,disa_table_id,disa_disability_code', 'P1,D1,NONE', 'P2,D2,LD - Learning', 'P2,D3,aut'],
    rows: [
      { disa_table_id: 'D1', disa_person_id: 'P1', disa_disability_code: 'NONE' },
      { disa_table_id: 'D2', disa_person_id: 'P2', disa_disability_code: 'LD' },
      { disa_table_id: 'D3', disa_person_id: 'P2', disa_disability_code: 'AUT' },
    ],
  },
  ssd_immigration_status: {
    file: 'ssd_immigration_status.csv',
    lines: [
      'immi_person_id,immi_immigration_status_id,immi_immigration_status,immi_immigration_status_start_date,immi_immigration_status_end_date',
      'P1,I1,Unaccompanied Asylum Seeking Child,2025-02-03,1900-01-01T00:00:00',
    ],
    rows: [
      {
        immi_immigration_status_id: 'I1',
        immi_person_id: 'P1',
        immi_immigration_status: 'Unaccompanied Asylum Seeking Child',
        immi_immigration_status_start_date: '2025-02-03',
        immi_immigration_status_end_date: null,
      },
    ],
  },
  ssd_linked_identifiers: {
    file: 'ssd_linked_identifiers.csv',
    lines: [
      'link_table_id,link_person_id,link_identifier_type,link_identifier_value,link_valid_from_date,link_valid_to_date',
      'PLACEHOLDER_DATA,P1,SSDA903 CHILD,00123,01/01/1900,01/01/1900',
      'PLACEHOLDER_DATA,PLACEHOLDER_DATA,PLACEHOLDER_DATA,PLACEHOLDER_DATA,,',
    ],
    rows: [
      {
        link_table_id: null,
        link_person_id: 'P1',
        link_identifier_type: 'SSDA903 CHILD',
        link_identifier_value: '00123',
        link_valid_from_date: null,
        link_valid_to_date: null,
      },
    ],
  },
  ssd_cin_episodes: {
    file: 'ssd_cin_episodes.csv',
    lines: [
      'cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_source_desc,cine_referral_outcome_json,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id',
      'R1,P1,2024-03-04,N1,5A,x,{},N,RC7,2024-03-04,T1,W1', // it closed on its own day, and is a referral
      'R2,P1,,N1,5A,,,N,,,T1,W1', // when?
    ],
    rows: [
      {
        cine_referral_id: 'R1',
        cine_person_id: 'P1',
        cine_referral_date: '2024-03-04',
        cine_cin_primary_need_code: 'N1',
        cine_referral_source_code: '5A',
        cine_referral_nfa: false,
        cine_close_reason: 'RC7',
        cine_close_date: '2024-03-04',
        cine_referral_team: 'T1',
        cine_referral_worker_id: 'W1',
      },
    ],
  },
  ssd_cin_assessments: {
    file: 'ssd_cin_assessments.csv',
    lines: [
      'cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date,cina_assessment_outcome_json,cina_assessment_outcome_nfa,cina_assessment_team,cina_assessment_worker_id',
      'AS1,P1,R1,2024-03-05,Y,2024-04-05,{},N,T1,W1',
    ],
    rows: [
      {
        cina_assessment_id: 'AS1',
        cina_person_id: 'P1',
        cina_referral_id: 'R1',
        cina_assessment_start_date: '2024-03-05',
        cina_assessment_child_seen: true,
        cina_assessment_auth_date: '2024-04-05',
        cina_assessment_outcome_nfa: false,
        cina_assessment_team: 'T1',
        cina_assessment_worker_id: 'W1',
      },
    ],
  },
  ssd_assessment_factors: {
    file: 'ssd_assessment_factors.csv',
    lines: [
      'cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json',
      'SSD_PH,AS1,"[""1B"", ""2B"",  ""3A""]"',
      'SSD_PH,AS2,"{""1B"": ""Yes"", ""4B"": ""No""}"',
    ],
    rows: [
      { cinf_table_id: null, cinf_assessment_id: 'AS1', cinf_assessment_factors_json: '["1B", "2B",  "3A"]' },
      { cinf_table_id: null, cinf_assessment_id: 'AS2', cinf_assessment_factors_json: '{"1B": "Yes", "4B": "No"}' },
    ],
  },
  ssd_early_help_episodes: {
    file: 'ssd_early_help_episodes.csv',
    lines: [
      'earl_episode_id,earl_person_id,earl_episode_start_date,earl_episode_end_date,earl_episode_reason,earl_episode_end_reason,earl_episode_organisation,earl_episode_worker_id',
      'E1,P1,2023-01-02,2023-06-02,Parenting,Step-up,Family hub,W2',
    ],
    rows: [
      {
        earl_episode_id: 'E1',
        earl_person_id: 'P1',
        earl_episode_start_date: '2023-01-02',
        earl_episode_end_date: '2023-06-02',
        earl_episode_reason: 'Parenting',
        earl_episode_end_reason: 'Step-up',
        earl_episode_organisation: 'Family hub',
        earl_episode_worker_id: 'W2',
      },
    ],
  },
  ssd_cp_plans: {
    file: 'ssd_cp_plans-north.csv',
    lines: [
      'cppl_cp_plan_id,cppl_referral_id,cppl_icpc_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_ola,cppl_cp_plan_latest_category',
      'CP1,R1,IC1,P1,2024-05-06,2025-01-02,Neglect,N,"Multiple: Neglect, Physical abuse"',
    ],
    rows: [
      {
        cppl_cp_plan_id: 'CP1',
        cppl_referral_id: 'R1',
        cppl_icpc_id: 'IC1',
        cppl_person_id: 'P1',
        cppl_cp_plan_start_date: '2024-05-06',
        cppl_cp_plan_end_date: '2025-01-02',
        cppl_cp_plan_initial_category: 'neglect',
        cppl_cp_plan_ola: false,
        cppl_cp_plan_latest_category: 'multiple',
      },
    ],
  },
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

function person(known: object): object {
  return {
    pers_sex: null,
    pers_gender: null,
    pers_ethnicity: null,
    pers_dob: null,
    pers_expected_dob: null,
    pers_death_date: null,
    pers_upn_unknown: null,
    pers_send_flag: null,
    pers_is_mother: null,
    pers_nationality: null,
    ...known,
  }
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

let home: string
let report: Done
let held: ReadonlyMap<string, unknown>
beforeAll(async () => {
  home = newFolder()
  const folder = folderOf(Object.fromEntries(Object.values(tables).map(({ file, lines }) => [file, lines])))
  report = await mustImport(home, [folder], { ...council, extractDate: '2026-10-31' })
  const names = Object.keys(tables)
  const answers = await askEach(
    home,
    names.map(table => `select * exclude (authority, file_id, line, extract_date) from extract.${table} order by line`),
  )
  held = new Map(names.map((table, i) => [table, answers[i]]))
}, 120_000)

test.each(Object.keys(tables))('%s is read as the dataset describes it', table => {
  expect(held.get(table)).toEqual(tables[table]?.rows)
})

test('a row without whose or when is set aside, and so is a spell that ends before it begins; the rest of the file is used', () => {
  expect(
    findingsOf(report, 'row-set-aside')
      .map(({ table, line, column, found, severity }) => [table, line, column, found, severity])
      .sort(),
  ).toEqual([
    ['ssd_address', 4, 'addr_address_end_date', '2024-01-02', 'error'],
    ['ssd_cin_episodes', 3, 'cine_referral_date', '', 'error'],
    ['ssd_cla_episodes', 4, 'clae_cla_episode_ceased_date', '2026-06-07', 'tolerated'],
    ['ssd_cla_visits', 3, 'clav_cla_visit_date', '2026-10-32', 'error'],
    ['ssd_linked_identifiers', 3, 'link_person_id', '', 'error'],
    ['ssd_person', 5, 'pers_person_id', '', 'error'],
  ])
  expect(findingsOf(report, 'after-extract-date')).toMatchObject([{ table: 'ssd_cla_episodes', count: 1 }])
  expect(accountOf(report.files, 'ssd_cla_episodes')).toEqual([[5, 3, 0, 0, 2]])
  expect(accountOf(report.files, 'ssd_family')).toEqual([[3, 2, 1, 0, 0]])
})

test('codes in no list, and a score that cannot be, are taken as not known and said', () => {
  const said = (code: string) =>
    findingsOf(report, code)
      .map(({ column, line, found }) => [column, line, found])
      .sort()
  expect(said('unknown-code')).toEqual(
    [
      ['clah_health_check_status', 4, 'Did not attend'],
      ['clea_care_leaver_activity', 3, '0'],
      ['clae_cla_episode_ceased_reason', 6, 'E99'],
      ['clae_cla_episode_start_reason', 6, 'Q'],
      ['invo_worker_change_reason', 3, 'gone'],
      ['pers_sex', 4, 'X'],
    ].sort(),
  )
  expect(said('unreadable-cell')).toEqual([['csdq_sdq_score', 4, '41']])
})

test('what says how things stand holds for a month; what has no days of its own speaks for any day up to the extract date', async () => {
  const spoken = await ask(
    home,
    `select source, first_day, last_day from reference.return_held
     where source in ('ssd_person', 'ssd_care_leavers', 'ssd_professionals', 'ssd_cp_plans', 'ssd_cla_visits') order by source`,
  )
  expect(spoken).toEqual([
    { source: 'ssd_care_leavers', first_day: '2026-10-31', last_day: '2026-12-01' },
    { source: 'ssd_cla_visits', first_day: '2024-11-01', last_day: '2026-10-31' },
    { source: 'ssd_cp_plans', first_day: '2024-05-06', last_day: '2026-10-31' },
    { source: 'ssd_person', first_day: '1926-11-01', last_day: '2026-10-31' },
    { source: 'ssd_professionals', first_day: '2026-10-31', last_day: '2027-11-01' },
  ])
})

test('names, addresses in words, registration numbers and the details of an offence are not kept', async () => {
  const columns = await ask(
    home,
    `select column_name as name from information_schema.columns where table_schema = 'extract' and table_name like 'ssd%'`,
  )
  const personal = /forename|surname|_name$|advisor|address_json|offence|outcome_json|registration|common_child_id/
  expect(columns.length).toBeGreaterThan(150)
  expect(columns.map(({ name }) => String(name)).filter(name => personal.test(name))).toEqual([])
})

test('a table without a column that every row needs is not loaded, and which is said', async () => {
  const folder = folderOf({
    'ssd_cp_plans.csv': ['cppl_cp_plan_id,cppl_person_id', 'CP1,P1'],
    'ssd_family.csv': ['fami_family_id,fami_person_id', 'F2,P3'],
  })
  const next = await mustImport(home, [folder], council)
  const [said] = next.findings.filter(({ code }) => code === 'not-recognised')
  expect(said?.why).toContain('no column cppl_cp_plan_start_date')
  // What stood stands.
  expect(await ask(home, 'select cppl_cp_plan_start_date as day from extract.ssd_cp_plans')).toEqual([
    { day: '2024-05-06' },
  ])
}, 60_000)

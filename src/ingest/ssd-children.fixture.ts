import type { TablesGiven } from './ssd.fixture.ts'

/** Who the children are, and what came before care. */
export const childTables: TablesGiven = {
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

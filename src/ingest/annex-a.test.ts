import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cell, on, type SheetGiven, workbookOf } from './annex-a.fixture.ts'
import { accountOf, ask, askEach, type Done, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'

afterAll(removeFolders)

const council = { authority: 'E06000999' }
const lists = Array.from({ length: 11 }, (_, i) => i + 1)

/** Everything that the lists hold, by their number; the columns that say where a row is from left out. */
async function held(home: string): Promise<Readonly<Record<number, unknown>>> {
  const answers = await askEach(
    home,
    lists.map(
      n => `select * exclude (authority, file_id, line, extract_date) from extract.annex_a_list_${n} order by line`,
    ),
  )
  return Object.fromEntries(lists.map((n, i) => [n, answers[i]]))
}

/** The common columns as the older and as the newer form name them. */
const common = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)']
const commonNow = ['Child ID', 'Sex', 'Ethnicity', 'Date of birth ', 'Age']
const who = ['C1', 'a) Male', 'a) WBRI', on('2014-05-06'), 12.48]
const whoRead = { child_id: 'C1', gender: 'M', ethnicity: 'WBRI', date_of_birth: '2014-05-06', age: 12.48 }

const list8 = [
  ...common,
  'Unaccompanied Asylum Seeking Child ((UASC) within the Last 12 Months (Y/N)',
  'Does the Child have a Disability',
  'Date Started to be  Looked After',
  'Child’s Category of Need',
  'Is this a second or subsequent period of being a Looked After Child\nwithin the last 12 months (Y/N)',
  'Start date of current legal status',
  'Child’s Legal Status',
  'Date of Latest Statutory Review',
  'Date of Last Social Work Visit',
  'What is the permanence plan for this child?',
  'Date of Last IRO Visit / Contact to the Child',
  'Date of Last Health Assessment',
  'Date of Last Dental Check',
  'Number of Placements in the Last 12 months',
  'Date Ceased to be Looked After',
  'Reason Ceased to be Looked After',
  'Start Date of Most Recent Placement',
  'Placement Type',
  'Placement Provider',
  'Placement postcode',
  'URN of Placement',
  'Placement Location',
  'LA of Placement',
  'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months',
  'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months',
  'Was the child offered a Return Interview after their last missing episode (Y/N)?',
  'Did the child accept a Return Interview after their last missing episode (Y/N)?',
  'Allocated Team',
  'Allocated Worker',
  'Date of Last Dental Check booked', // the council's own
]

const sheets: readonly SheetGiven[] = [
  {
    name: 'List 1',
    rows: [
      [...common, 'Date of Contact', 'Contact Source'],
      [...who, on('2026-06-02', 14.5), 'q) 6'],
      ['c2 ', 'c) Not stated/recorded (or unborn)', 't) NOBT', null, null, on('2026-06-03'), 'a) 1A: Individual'],
      ['C3', 'b) Female', 's) NOBT', on('2020-01-01'), 6, on('2026-11-01'), 'e) 2A'], // after the extract date
      ['C4', 'b) Female', 's) NOBT', on('2020-01-01'), 6, 'last week', 'e) 2A'],
    ],
  },
  {
    name: 'List 2',
    rows: [
      [...commonNow, 'Assessment start date', 'Assessment completion date', 'Organisation completing assessment'],
      [...who, on('2025-12-20'), on('2026-06-30'), 'Health visiting'],
    ],
  },
  {
    name: 'List 3 Referrals',
    rows: [
      [
        ...common,
        'Does the Child have a Disability',
        'Date of referral',
        'Referral Source',
        'Referral NFA?',
        'Number of Referrals in Last 12 Months',
        'Allocated Team',
        'Allocated Worker',
      ],
      [...who, 'c) Unknown', on('2026-07-01'), 'n) 5A', 'b) No', 2, 'Duty', 'A. Name'],
    ],
  },
  {
    name: 'List 4',
    rows: [
      [
        ...common,
        'Does the Child have a Disability',
        'Continuous Assessment Start Date',
        'Child Seen During Continuous Assessment',
        'Continuous Assessment Date of Authorisation',
        'Was the child assessed as requiring LA children’s social care support?',
        'Allocated Team',
      ],
      [...who, 'a) Yes', on('2026-07-02'), 'a) Yes', on('2026-08-01'), 'Y', 'Assessment'],
    ],
  },
  {
    name: 'List 5',
    rows: [
      [
        ...common,
        'Does the Child have a Disability',
        'Strategy discussion initiating Section 47 Enquiry Start Date',
        'Was an Initial Child Protection Conference deemed unnecessary?',
        'Date of Initial Child Protection Conference',
        'Did the Initial Child Protection Conference Result in a Child Protection Plan',
        'Number of Section 47 Enquiries in the last 12 months',
        'Number of ICPCs in the last 12 months',
        'Allocated Team',
      ],
      [...who, 'b) No', on('2026-07-03'), 'N', on('2026-07-20'), 1, 1, 0, 'Assessment'],
    ],
  },
  {
    name: 'List 6',
    rows: [
      [
        ...common,
        'Does the Child have a Disability',
        'CIN Start Date',
        'Primary Need Code',
        'Date Child Was Last Seen',
        'CIN Closure Date',
        'Reason for Closure',
        'Case Status',
        'Allocated Team',
      ],
      [
        ...who,
        'b) No',
        on('2026-01-03'),
        'N1 - Abuse or neglect',
        on('2026-07-20'),
        null,
        null,
        'c) Child in need plan',
        'West',
      ],
      [
        ...who,
        'b) No',
        on('2025-01-03'),
        'N0',
        null,
        on('2026-05-04'),
        'RC8: Case closed after assessment',
        'e) Closed episode',
        'West',
      ],
    ],
  },
  {
    name: 'List 7',
    rows: [
      [
        ...common,
        'Does the Child have a Disability',
        'Child Protection Plan Start Date',
        'Initial Category of Abuse',
        'Latest Category of Abuse',
        'Date of the Last Statutory Visit',
        'Was the Child Seen Alone?',
        'Date of latest review conference',
        'Child Protection Plan End Date',
        'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
        'Number of Previous Child Protection Plans',
        'Allocated Team',
      ],
      [
        ...who,
        'b) No',
        on('2026-02-03'),
        'a) Neglect',
        'e) Multiple/not recommended',
        on('2026-09-20'),
        'a) Yes',
        on('2026-08-01'),
        null,
        'b) No',
        1,
        'West',
      ],
    ],
  },
  {
    name: 'List 8 CLA',
    rows: [
      ['Annex A of Exampleton'],
      [],
      ['List 8: Children looked after', null, on('2026-10-31')],
      list8,
      [
        ...who,
        'b) No',
        'a) Yes',
        on('2025-03-04', 9),
        'N1 - Abuse or neglect',
        'b) No',
        on('2025-09-01'),
        'C2: FCO',
        on('2026-09-15'),
        on('2026-10-12', 16.25),
        'f) Long-term fostering',
        on('2026-10-01'),
        on('2026-02-03'),
        'not registered',
        1,
        null,
        null,
        on('2025-03-04'),
        'd) U4',
        'e) PR4',
        'qa1 1aa',
        'SC123456',
        'b) Out',
        'Other Town',
        0,
        0,
        null,
        null,
        'Permanence',
        'A. Name',
        'booked',
      ],
      [
        'C5',
        'b) Female',
        's) REFU',
        on('2010-01-02'),
        16,
        'a) Yes',
        'b) No',
        on('2026-01-15'),
        'N8: Absent parenting',
        'a) Yes',
        on('2026-01-15'),
        'V2: Single period under S20',
        on('2026-08-15'),
        on('2026-10-02'),
        null,
        null,
        null,
        on('2026-03-03'),
        3,
        on('2026-09-30'),
        'v) E17',
        on('2026-06-01'),
        'n) H5',
        'd) PR3',
        null,
        null,
        'a) In',
        null,
        2,
        1,
        'a) Yes',
        'b) No',
        null,
        null,
        null,
      ],
      [
        'C6',
        'a) Male',
        'White',
        on('2012-01-02'),
        14,
        null,
        null,
        on('2026-04-15'),
        'N9',
        null,
        null,
        'Z9: odd',
        null,
        null,
        'g) Other',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        'p) K2',
        null,
      ],
      [
        'C7',
        'a) Male',
        'a) WBRI',
        on('2012-01-02'),
        14,
        null,
        null,
        on('2026-04-15'),
        'N1',
        null,
        null,
        'C1',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        'yesterday',
      ],
      ['C8', 'a) Male', 'a) WBRI', on('2012-01-02'), 14, null, null, null, 'N1'],
    ],
  },
  {
    name: 'List 9',
    rows: [
      [
        ...common,
        'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)',
        'Does the Child have a Disability',
        'Allocated Team',
        'Allocated Worker',
        'Allocated Personal Advisor',
        'Eligibility Category',
        'Latest Pathway Plan Review Date',
        'LA in Touch',
        'Latest Date of Contact',
        'Type of Accommodation',
        'Suitability of Accommodation',
        'Activity Status',
      ],
      [
        'L1',
        'b) Female',
        'd) WOTH',
        on('2006-03-04'),
        20,
        'a) Yes',
        'b) No',
        'Leaving care',
        'A. Name',
        'B. Name',
        'b) Former relevant child',
        on('2026-06-01'),
        'a) Yes',
        on('2026-10-20'),
        'Z: With former foster carers',
        'a) Suitable',
        'F1: Full time higher education',
      ],
      [
        'L2',
        'a) Male',
        'a) WBRI',
        on('2007-03-04'),
        19,
        'b) No',
        'b) No',
        null,
        null,
        null,
        'd) Eligible child',
        null,
        'd) Refu',
        null,
        'X: Custody',
        'b) Unsuitable',
        'G4: NEET',
      ],
    ],
  },
  {
    name: 'List 10',
    rows: [
      [
        'Child Unique ID',
        'Family identifier',
        ...common.slice(1),
        'Does the Child have a Disability',
        'Date the Child Entered Care',
        'Date of Decision that Child Should be Placed for Adoption',
        'Date of Placement Order',
        'Date of Matching Child and Prospective Adopters',
        'Date Placed for Adoption',
        'Date of Adoption Order',
        'Date of Decision that Child Should No Longer be Placed for Adoption',
        'Reason Why Child No Longer Placed for Adoption',
        'Date the child was placed for fostering in FFA or concurrent planning placement',
      ],
      [
        'C9',
        'F1',
        'b) Female',
        'a) WBRI',
        on('2024-03-04'),
        2.6,
        'b) No',
        on('2024-04-01'),
        on('2024-10-01'),
        on('2024-11-02'),
        on('2025-02-03'),
        on('2025-03-04'),
        on('2026-01-05'),
        null,
        null,
        on('2024-05-06'),
      ],
      [
        'C10',
        'F2',
        'b) Female',
        'a) WBRI',
        on('2023-03-04'),
        3.6,
        'b) No',
        on('2023-04-01'),
        on('2023-10-01'),
        null,
        null,
        null,
        null,
        on('2026-02-03'),
        'RD1',
        null,
      ],
    ],
  },
  {
    name: 'List 11',
    rows: [
      [
        'Individual adopter identifier',
        'Family identifier',
        'Gender',
        'Ethnicity',
        'Disability',
        'Is the (prospective) adopter fostering for adoption?',
        'Date enquiry received',
        'Date Stage 1 started',
        'Date Stage 1 ended',
        'Date Stage 2 started',
        'Date Stage 2 ended',
        'Date application submitted',
        'Date application approved',
        'Date adopter matched with child(ren)',
        'Date child/children placed with adopter(s)',
        'No. of children placed',
        'Date of Adoption Order',
        'Date of leaving adoption process',
        'Reason for leaving adoption process',
      ],
      [
        'A1',
        'F1',
        'b) Female',
        'a) WBRI',
        'b) No',
        'a) Yes',
        on('2024-01-02'),
        on('2024-02-03'),
        on('2024-04-05'),
        on('2024-04-06'),
        on('2024-08-09'),
        on('2024-03-04'),
        on('2024-09-10'),
        on('2025-02-03'),
        on('2025-03-04'),
        1,
        on('2026-01-05'),
        null,
        null,
      ],
      [
        'A2',
        'F1',
        'a) Male',
        'a) WBRI',
        'b) No',
        'a) Yes',
        on('2024-01-02'),
        on('2024-02-03'),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        on('2026-01-05'),
        '1',
      ],
    ],
  },
  // What was left from the last time, and a sheet of words for drop-down boxes.
  { name: 'List 8 old', hidden: true, rows: [list8, ['C1', ...who.slice(1), null, null, on('2020-01-01')]] },
  { name: 'Lookups', hidden: true, rows: [['Gender'], ['a) Male']] },
]

/** The columns of list 8 that a row leaves blank. */
const blank8 = {
  uasc: null,
  disability: null,
  need: null,
  second_period: null,
  legal_status_on: null,
  legal_status: null,
  last_review_on: null,
  last_visit_on: null,
  permanence_plan: null,
  last_iro_contact_on: null,
  last_health_assessment_on: null,
  last_dental_check_on: null,
  placements_12_months: null,
  ended_on: null,
  end_reason: null,
  placement_on: null,
  placement_type: null,
  provider: null,
  placement_postcode: null,
  placement_urn: null,
  placement_location: null,
  placement_authority: null,
  missing_12_months: null,
  absent_12_months: null,
  interview_offered: null,
  interview_accepted: null,
  team: null,
}
const as_at = '2026-10-31'

let home: string
let report: Done
let rows: Readonly<Record<number, unknown>>
beforeAll(async () => {
  home = newFolder()
  const file = join(newFolder(), 'Annex A 2026-10-31.xlsx')
  writeFileSync(file, await workbookOf(sheets))
  report = await mustImport(home, [file], council)
  rows = await held(home)
}, 120_000)

describe('a workbook with a sheet for each list', () => {
  test('contacts: the letters before a bracket mean nothing, an unborn child has no date of birth, a time is dropped', () => {
    expect(rows[1]).toEqual([
      { ...whoRead, contacted_on: '2026-06-02', source: '6' },
      {
        child_id: 'C2',
        gender: 'U',
        ethnicity: 'NOBT',
        date_of_birth: null,
        age: null,
        contacted_on: '2026-06-03',
        source: '1A',
      },
    ])
  })

  test('early help, referrals, assessments, enquiries', () => {
    expect(rows[2]).toEqual([
      { ...whoRead, started_on: '2025-12-20', completed_on: '2026-06-30', organisation: 'Health visiting' },
    ])
    expect(rows[3]).toEqual([
      {
        ...whoRead,
        disability: null,
        referred_on: '2026-07-01',
        source: '5A',
        no_further_action: false,
        referrals_12_months: 2,
        team: 'Duty',
      },
    ])
    expect(rows[4]).toEqual([
      {
        ...whoRead,
        disability: true,
        started_on: '2026-07-02',
        child_seen: true,
        authorised_on: '2026-08-01',
        needs_support: true,
        team: 'Assessment',
      },
    ])
    expect(rows[5]).toEqual([
      {
        ...whoRead,
        disability: false,
        strategy_on: '2026-07-03',
        conference_unnecessary: false,
        conference_on: '2026-07-20',
        plan_made: true,
        enquiries_12_months: 1,
        conferences_12_months: 0,
        team: 'Assessment',
      },
    ])
  })

  test('children in need and with a plan: a picture of the extract date, a child once for each time', () => {
    expect(rows[6]).toEqual([
      {
        ...whoRead,
        as_at,
        disability: false,
        started_on: '2026-01-03',
        need: 'N1',
        last_seen_on: '2026-07-20',
        closed_on: null,
        closure_reason: null,
        case_status: 'need_plan',
        team: 'West',
      },
      {
        ...whoRead,
        as_at,
        disability: false,
        started_on: '2025-01-03',
        need: 'N0',
        last_seen_on: null,
        closed_on: '2026-05-04',
        closure_reason: 'RC8',
        case_status: 'closed',
        team: 'West',
      },
    ])
    expect(rows[7]).toEqual([
      {
        ...whoRead,
        as_at,
        disability: false,
        started_on: '2026-02-03',
        initial_category: 'neglect',
        latest_category: 'multiple',
        last_visit_on: '2026-09-20',
        seen_alone: true,
        last_review_on: '2026-08-01',
        ended_on: null,
        emergency_protection: false,
        earlier_plans: 1,
        team: 'West',
      },
    ])
  })

  test('children in care, under three rows of titles: every column under its own header, whatever quotation marks it has', () => {
    expect(rows[8]).toEqual([
      {
        ...blank8,
        ...whoRead,
        as_at,
        uasc: false,
        disability: true,
        started_on: '2025-03-04',
        need: 'N1',
        second_period: false,
        legal_status_on: '2025-09-01',
        legal_status: 'C2',
        last_review_on: '2026-09-15',
        last_visit_on: '2026-10-12',
        permanence_plan: 'long_term_fostering',
        last_iro_contact_on: '2026-10-01',
        last_health_assessment_on: '2026-02-03',
        placements_12_months: 1,
        placement_on: '2025-03-04',
        placement_type: 'U4',
        provider: 'PR4',
        placement_postcode: 'QA11AA',
        placement_urn: 'SC123456',
        placement_location: 'out',
        placement_authority: 'Other Town',
        missing_12_months: 0,
        absent_12_months: 0,
        team: 'Permanence',
      },
      {
        ...blank8,
        as_at,
        child_id: 'C5',
        gender: 'F',
        ethnicity: 'REFU',
        date_of_birth: '2010-01-02',
        age: 16,
        uasc: true,
        disability: false,
        started_on: '2026-01-15',
        need: 'N8',
        second_period: true,
        legal_status_on: '2026-01-15',
        legal_status: 'V2',
        last_review_on: '2026-08-15',
        last_visit_on: '2026-10-02',
        last_dental_check_on: '2026-03-03',
        placements_12_months: 3,
        ended_on: '2026-09-30',
        end_reason: 'E17',
        placement_on: '2026-06-01',
        placement_type: 'H5',
        provider: 'PR3',
        placement_location: 'in',
        missing_12_months: 2,
        absent_12_months: 1,
        interview_offered: true,
        interview_accepted: false,
      },
      {
        ...blank8,
        as_at,
        child_id: 'C6',
        gender: 'M',
        ethnicity: 'unknown',
        date_of_birth: '2012-01-02',
        age: 14,
        started_on: '2026-04-15',
        need: 'N9',
        legal_status: 'unknown',
        permanence_plan: 'other',
        placement_type: 'K2',
      },
    ])
  })

  test('care leavers', () => {
    expect(rows[9]).toEqual([
      {
        as_at,
        child_id: 'L1',
        gender: 'F',
        ethnicity: 'WOTH',
        date_of_birth: '2006-03-04',
        age: 20,
        uasc: true,
        disability: false,
        team: 'Leaving care',
        eligibility: 'former_relevant',
        pathway_plan_on: '2026-06-01',
        in_touch: 'YES',
        last_contact_on: '2026-10-20',
        accommodation: 'Z',
        suitability: 'suitable',
        activity: 'F1',
      },
      {
        as_at,
        child_id: 'L2',
        gender: 'M',
        ethnicity: 'WBRI',
        date_of_birth: '2007-03-04',
        age: 19,
        uasc: false,
        disability: false,
        team: null,
        eligibility: 'eligible',
        pathway_plan_on: null,
        in_touch: 'REFU',
        last_contact_on: null,
        accommodation: 'X',
        suitability: 'unsuitable',
        activity: 'G4',
      },
    ])
  })

  test('children with a plan of adoption and their adopters; the decision for and the decision against are not taken for each other', () => {
    expect(rows[10]).toEqual([
      {
        child_id: 'C9',
        family_id: 'F1',
        gender: 'F',
        ethnicity: 'WBRI',
        date_of_birth: '2024-03-04',
        age: 2.6,
        disability: false,
        entered_care_on: '2024-04-01',
        decision_on: '2024-10-01',
        placement_order_on: '2024-11-02',
        matched_on: '2025-02-03',
        placed_on: '2025-03-04',
        adopted_on: '2026-01-05',
        reversed_on: null,
        reversal_reason: null,
        fostering_for_adoption_on: '2024-05-06',
      },
      {
        child_id: 'C10',
        family_id: 'F2',
        gender: 'F',
        ethnicity: 'WBRI',
        date_of_birth: '2023-03-04',
        age: 3.6,
        disability: false,
        entered_care_on: '2023-04-01',
        decision_on: '2023-10-01',
        placement_order_on: null,
        matched_on: null,
        placed_on: null,
        adopted_on: null,
        reversed_on: '2026-02-03',
        reversal_reason: 'RD1',
        fostering_for_adoption_on: null,
      },
    ])
    expect(rows[11]).toEqual([
      {
        adopter_id: 'A1',
        family_id: 'F1',
        gender: 'F',
        ethnicity: 'WBRI',
        date_of_birth: null,
        age: null,
        disability: false,
        fostering_for_adoption: true,
        enquiry_on: '2024-01-02',
        stage_1_started_on: '2024-02-03',
        stage_1_ended_on: '2024-04-05',
        stage_2_started_on: '2024-04-06',
        stage_2_ended_on: '2024-08-09',
        applied_on: '2024-03-04',
        approved_on: '2024-09-10',
        matched_on: '2025-02-03',
        placed_on: '2025-03-04',
        children_placed: 1,
        adopted_on: '2026-01-05',
        left_on: null,
        left_reason: null,
      },
      {
        adopter_id: 'A2',
        family_id: 'F1',
        gender: 'M',
        ethnicity: 'WBRI',
        date_of_birth: null,
        age: null,
        disability: false,
        fostering_for_adoption: true,
        enquiry_on: '2024-01-02',
        stage_1_started_on: '2024-02-03',
        stage_1_ended_on: null,
        stage_2_started_on: null,
        stage_2_ended_on: null,
        applied_on: null,
        approved_on: null,
        matched_on: null,
        placed_on: null,
        children_placed: null,
        adopted_on: null,
        left_on: '2026-01-05',
        left_reason: 'withdrew',
      },
    ])
  })

  test('a cell that nothing hangs on is said and the child counts; one that says whether care has ended sets the row aside', () => {
    expect(findingsOf(report, 'unreadable-cell').map(({ line, column, found }) => [line, column, found])).toEqual([
      [5, 'last_dental_check_on', 'not registered'],
    ])
    expect(
      findingsOf(report, 'row-set-aside').map(({ name, line, column, found }) => [name, line, column, found]),
    ).toEqual([
      ['Annex A 2026-10-31.xlsx, sheet List 1', 5, 'contacted_on', 'last week'],
      ['Annex A 2026-10-31.xlsx, sheet List 8 CLA', 8, 'ended_on', 'yesterday'],
      ['Annex A 2026-10-31.xlsx, sheet List 8 CLA', 9, 'started_on', ''],
    ])
    expect(accountOf(report.files, 'annex_a_list_8')).toEqual([[5, 3, 0, 0, 2]])
    expect(accountOf(report.files, 'annex_a_list_1')).toEqual([[4, 2, 0, 0, 2]])
  })

  test('codes in no list are taken as not known, and said', () => {
    expect(findingsOf(report, 'unknown-code').map(({ line, column, found }) => [line, column, found])).toEqual([
      [7, 'ethnicity', 'White'],
      [7, 'legal_status', 'Z9: odd'],
    ])
  })

  test('names of workers are left out, and so is a column that only begins as one of Ofsted’s', () => {
    const said = findingsOf(report, 'header').map(({ name, found }) => [name.replace(/.*sheet /, ''), found])
    expect(said).toContainEqual(['List 8 CLA', 'columns not used: Allocated Worker, Date of Last Dental Check booked'])
    expect(said).toContainEqual(['List 9', 'columns not used: Allocated Worker, Allocated Personal Advisor'])
  })

  test('a hidden sheet is not read, and said where it looks like a list', () => {
    expect(findingsOf(report, 'hidden-sheet').map(({ name }) => name)).toEqual([
      'Annex A 2026-10-31.xlsx, sheet List 8 old',
    ])
    expect(findingsOf(report, 'not-recognised')).toEqual([])
  })

  test('lists of events speak for their own months only, pictures for a month from their day, that of who is in care for its own month', async () => {
    const spoken = await ask(
      home,
      `select source, first_day, last_day from reference.return_held where source like 'annex%' order by length(source), source`,
    )
    const span = (from: string, to: string) => ({ first_day: from, last_day: to })
    expect(spoken).toEqual([
      ...[1, 2, 3, 4, 5].map(n => ({ source: `annex_a_list_${n}`, ...span('2026-05-01', '2026-10-31') })),
      ...[6, 7, 8, 9].map(n => ({
        source: `annex_a_list_${n}`,
        ...span('2026-10-31', n === 8 ? '2026-10-31' : '2026-12-01'),
      })),
      ...[10, 11].map(n => ({ source: `annex_a_list_${n}`, ...span('2025-11-01', '2026-10-31') })),
    ])
  })
})

describe('a CSV file for each list', () => {
  const csv = (rows: readonly (readonly Cell[])[]): string =>
    rows
      .map(row =>
        row
          .map(cell =>
            cell === null ? '' : `"${String(cell instanceof Date ? british(cell) : cell).replaceAll('"', '""')}"`,
          )
          .join(','),
      )
      .join('\r\n')
  const british = (date: Date): string => {
    const [year, month, day] = date.toISOString().slice(0, 10).split('-')
    return `${day}/${month}/${year} 00:00:00`
  }
  /** A name for each list, none of the form of the next. */
  const named = [
    'Annex A List 1.csv',
    'annex_a_list_2_2026-10-31.csv',
    'list3.csv',
    'List 4.csv',
    'annex-a-list-5.csv',
    'List_6_CIN.csv',
    'AnnexA List 7.csv',
    'Annex A - List 8 - Looked after.csv',
    'LIST 9 leavers.csv',
    'list10_2026-10-31.csv',
    'annex_a_list_11.csv',
  ]
  /** The visible sheets in the order of the lists, from their header. */
  const files = sheets
    .filter(({ hidden }) => !hidden)
    .map(({ rows }, i) => ({ name: named[i] ?? '', rows: i === 7 ? rows.slice(3) : rows }))

  test('gives the same rows as the workbook', async () => {
    const folder = newFolder()
    mkdirSync(folder, { recursive: true })
    for (const file of files) writeFileSync(join(folder, file.name), csv(file.rows))
    const ofFiles = newFolder()
    const said = await mustImport(ofFiles, [folder], { ...council, extractDate: '2026-10-31' })
    expect(findingsOf(said, 'not-recognised')).toEqual([])
    expect(await held(ofFiles)).toEqual(rows)
  }, 120_000)

  test('a list of another month stands beside it, one of the same day in its place', async () => {
    const ofMonths = newFolder()
    const folder = newFolder()
    mkdirSync(folder, { recursive: true })
    const header = 'Child Unique ID,Gender,Date of Birth,Date Started to be Looked After,Placement Type'
    const write = (name: string, ...lines: readonly string[]): string => {
      writeFileSync(join(folder, name), [header, ...lines].join('\n'))
      return join(folder, name)
    }
    await mustImport(
      ofMonths,
      [write('list 8_2026-09-30.csv', 'C1,M,01/02/2012,03/04/2024,U1', 'C2,F,,03/04/2025,K1')],
      council,
    )
    await mustImport(ofMonths, [write('list 8_2026-10-31.csv', 'C1,M,01/02/2012,03/04/2024,A3')], council)
    const again = write('list 8_2026-10-31.csv', 'C1,M,01/02/2012,03/04/2024,a) U6', 'C1,M,01/02/2012,30/09/2026,U6')
    await mustImport(ofMonths, [again], council)
    expect(
      await ask(
        ofMonths,
        'select as_at, child_id, started_on, placement_type from extract.annex_a_list_8 order by all',
      ),
    ).toEqual([
      { as_at: '2026-09-30', child_id: 'C1', started_on: '2024-04-03', placement_type: 'U1' },
      { as_at: '2026-09-30', child_id: 'C2', started_on: '2025-04-03', placement_type: 'K1' },
      { as_at: '2026-10-31', child_id: 'C1', started_on: '2024-04-03', placement_type: 'U6' },
      { as_at: '2026-10-31', child_id: 'C1', started_on: '2026-09-30', placement_type: 'U6' },
    ])
    // Who is in care in November no list of October says.
    expect(
      await ask(
        ofMonths,
        `select first_day, last_day from reference.return_held where source = 'annex_a_list_8' order by all`,
      ),
    ).toEqual([
      { first_day: '2026-09-30', last_day: '2026-09-30' },
      { first_day: '2026-10-31', last_day: '2026-10-31' },
    ])
  }, 120_000)
})

test('a list that lacks a column is not loaded, and which is said of its header, not of the title above it', async () => {
  const file = join(newFolder(), 'lists_2026-10-31.xlsx')
  const without = list8.filter(header => !header.startsWith('Date Started'))
  const other = sheets.filter(({ name }) => name === 'List 9')
  writeFileSync(file, await workbookOf([{ name: 'List 8', rows: [['List 8', 'of October'], without, who] }, ...other]))
  const ofOne = await mustImport(newFolder(), [file], council)
  expect(ofOne.findings.filter(({ code }) => code === 'not-recognised')).toMatchObject([
    { line: 2, why: 'Its name says annex_a_list_8, but it has no column started_on. None of its rows were used.' },
  ])
}, 60_000)

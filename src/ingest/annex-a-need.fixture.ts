import { on, type SheetGiven } from './annex-a.fixture.ts'

/** The common columns as the older and as the newer form name them. */
export const common = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)']
export const commonNow = ['Child ID', 'Sex', 'Ethnicity', 'Date of birth ', 'Age']
export const who = ['C1', 'a) Male', 'a) WBRI', on('2014-05-06'), 12.48]
export const whoRead = { child_id: 'C1', gender: 'M', ethnicity: 'WBRI', date_of_birth: '2014-05-06', age: 12.48 }

/** Lists 1 to 7 of the workbook. */
export const needSheets: readonly SheetGiven[] = [
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
]

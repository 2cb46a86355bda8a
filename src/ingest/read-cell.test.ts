import { describe, expect, test } from 'vitest'
import { shapeOf } from '../model/file-shape.ts'
import { namedFile } from './named-file.ts'
import { readCell } from './read-cell.ts'

/** What a cell of a column of a kind of file is read as. */
function read(stem: string, column: string, cell: string) {
  const shape = shapeOf(stem)
  const found = shape?.columns[column]
  if (!shape || !found) throw new Error(`${stem} has no column ${column}`)
  return readCell(shape.family, found, cell)
}
const list8 = (column: string) => (cell: string) => read('annex_a_list_8', column, cell)
const list9 = (column: string) => (cell: string) => read('annex_a_list_9', column, cell)
const unknown = { value: 'unknown', unlisted: true }

describe('Ofsted’s coded cells', () => {
  test.each([
    ['WBRI', 'WBRI'],
    ['a) WBRI', 'WBRI'],
    ['z) wbri', 'WBRI'], // the letter means nothing
    ['(a) WBRI', 'WBRI'],
    ['a)WBRI', 'WBRI'],
    ['WBRI - White British', 'WBRI'],
    ['WBRI – White British', 'WBRI'],
    ['WBRI: White: White - British', 'WBRI'],
    ['WBRI White British', 'WBRI'],
    ['WBRI-White British', 'WBRI'],
    ['White - British [WBRI]', 'WBRI'],
    ['White - British', 'WBRI'], // its words
    ['A1 - White British', 'WBRI'], // another code before the words
    ['s) REFU', 'REFU'],
    ['t) REFU', 'REFU'],
    ['s) NOBT', 'NOBT'],
    ['t)\u00a0NOBT', 'NOBT'],
  ])('ethnicity %s is %s', (cell, code) => {
    expect(list8('ethnicity')(cell)).toEqual({ value: code })
  })

  test.each([
    ['legal_status', 'C1: ICO', 'C1'],
    ['legal_status', 'C2', 'C2'],
    ['legal_status', 'C1: Full care order', 'C1'], // the code, not its words
    ['legal_status', 'Placement order', 'E1'],
    ['legal_status', 'V4: Short term breaks, agreements recorded', 'V4'],
    ['placement_type', 'n) H5', 'H5'],
    ['placement_type', 'zz) T4', 'T4'],
    ['placement_type', 'K1', 'K1'],
    ['placement_type', 'p) K2', 'K2'],
    ['placement_type', 'v) Z1', 'Z1'],
    ['placement_type', 'Z12', 'Z12'],
    ['provider', 'a) PR0', 'PR0'],
    ['end_reason', 'a) E11', 'E11'],
    ['end_reason', 'e) E4A', 'E4A'],
    ['end_reason', 'u) X1', 'X1'],
    ['need', 'N1 - Abuse or neglect', 'N1'],
    ['placement_location', 'a) In', 'in'],
    ['placement_location', 'b) Out', 'out'],
    ['gender', 'c) Not stated/recorded (or unborn)', 'U'],
    ['gender', 'd) Neither', 'N'],
    ['gender', 'a) Male', 'M'],
    ['permanence_plan', 'a) Return to family', 'return_to_family'],
    ['permanence_plan', 'b) Adoption', 'adoption'],
    ['permanence_plan', 'c) SGO/CAO', 'sgo_cao'],
    ['permanence_plan', 'd) Supported living in the community', 'supported_living'],
    ['permanence_plan', 'e) Long-term residential placement', 'long_term_residential'],
    ['permanence_plan', 'f) Long-term fostering', 'long_term_fostering'],
    ['permanence_plan', 'g) Other', 'other'],
    ['permanence_plan', 'Not yet agreed', 'none'],
  ])('%s: %s is %s', (column, cell, code) => {
    expect(list8(column)(cell)).toEqual({ value: code })
  })

  test.each([
    ['activity', 'F1: Full time in higher education', 'F1'],
    ['activity', 'G6:', 'G6'],
    ['accommodation', 'B: With parents or relatives', 'B'],
    ['accommodation', 'a) Z: With former foster carers', 'Z'],
    ['suitability', 'a) Suitable', 'suitable'],
    ['suitability', 'b) Unsuitable', 'unsuitable'],
    ['in_touch', 'a) Yes', 'YES'],
    ['in_touch', 'c) Died', 'DIED'],
    ['in_touch', 'd) Refu', 'REFU'],
    ['in_touch', 'e) NREQ', 'NREQ'],
    ['in_touch', 'f) Rhom', 'RHOM'],
    ['in_touch', 'No longer requires services', 'NREQ'],
    ['eligibility', 'b) Former relevant child', 'former_relevant'],
    ['eligibility', 'a) Relevant child', 'relevant'],
  ])('of care leavers, %s: %s is %s', (column, cell, code) => {
    expect(list9(column)(cell)).toEqual({ value: code })
  })

  test('a code in no list is not known, and an answer in capitals that only begins with no is not no', () => {
    expect(list8('placement_type')('a) U9')).toEqual(unknown)
    expect(list9('in_touch')('NO LONGER WANTED')).toEqual(unknown)
    expect(list9('accommodation')('b) With somebody')).toEqual(unknown)
  })

  test.each([
    ['a) Yes', 'true'],
    ['b) No', 'false'],
    ['Yes', 'true'],
    ['no', 'false'],
    ['Y', 'true'],
    ['N', 'false'],
    ['1', 'true'],
    ['0', 'false'],
    ['TRUE', 'true'],
    ['No - declined', 'false'],
    ['No: yes', 'false'],
    ['c) Unknown', null],
    ['N/A', null],
    ['c) N/A', null],
    ['', null],
  ])('the answer %s is %s', (cell, value) => {
    expect(list8('interview_offered')(cell)).toEqual({ value })
  })

  test('an answer that is none is said', () => {
    expect(list8('interview_offered')('perhaps')).toEqual({ value: null, unlisted: true })
  })
})

test('the council’s own files have the code alone', () => {
  expect(read('visits', 'visit_purpose', 'statutory')).toEqual({ value: 'statutory' })
  expect(read('visits', 'visit_purpose', 'a) statutory')).toEqual(unknown)
  expect(read('visits', 'visit_purpose', 'statutory: home')).toEqual(unknown)
  expect(read('visits', 'cla_visit_seen', 'a) Yes')).toEqual({ value: null, unlisted: true })
  expect(read('visits', 'cla_visit_seen', 'unknown')).toEqual({ value: null, unlisted: true })
})

describe('placeholders of the standard safeguarding dataset', () => {
  test.each([
    'SSD_PH',
    'ssd_ph',
    'PLACEHOLDER_DATA',
    '1900-01-01',
    '1900-01-01 00:00:00',
    '1900-01-01T00:00:00.000Z',
    '01/01/1900',
    '1/1/1900 00:00',
    '01-Jan-1900',
    'Jan  1 1900 12:00AM',
    '19000101',
  ])('%s is a blank', cell => {
    expect(read('ssd_person', 'pers_dob', cell)).toEqual({ value: null })
    expect(read('ssd_cla_health', 'clah_health_check_type', cell)).toEqual({ value: null })
  })

  test('2 January 1900 and a tenth of January are days', () => {
    expect(read('ssd_person', 'pers_dob', '1900-01-02')).toEqual({ value: '1900-01-02' })
    expect(read('ssd_person', 'pers_dob', '1900-01-10')).toEqual({ value: '1900-01-10' })
    expect(read('visits', 'cla_visit_date', '1900-01-01')).toEqual({ value: '1900-01-01' }) // it is the dataset's placeholder only
  })

  test('not applicable is an answer of its own where return interviews are asked for', () => {
    expect(read('ssd_missing', 'miss_missing_rhi_offered', 'NA')).toEqual({ value: 'NA' })
    expect(read('ssd_missing', 'miss_missing_rhi_offered', 'n/a')).toEqual({ value: 'NA' })
    expect(read('ssd_missing', 'miss_missing_rhi_offered', 'NULL')).toEqual({ value: null })
  })
})

describe('headers of Ofsted’s lists', () => {
  /** The column that each header of a list is taken for, the two that it needs before them. */
  const columns = (list: number, needs: readonly string[], headers: readonly string[]) => {
    const known = namedFile(`List ${list}`, [...needs, ...headers])
    if (known?.kind !== 'named') throw new Error(known?.says ?? 'not known')
    return known.columns.slice(needs.length)
  }
  const needs8 = ['Identifier', 'Date Started to be Looked After']

  test.each(['Child Unique ID', 'Child ID', 'Identifier', 'CHILD  UNIQUE\nID', 'Unique ID', 'Child’s ID', 'child_id'])(
    'the child is under %s',
    header => {
      expect(columns(1, [header, 'Date of contact'], [])).toEqual([])
    },
  )

  test.each([
    'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)',
    'Unaccompanied Asylum Seeking Child ((UASC) within the Last 12 Months (Y/N)',
    'Unaccompanied Asylum Seeking Child (UASC)) within the Last 12 Months  (Y/N)',
    'UASC within the last 12 months',
  ])('unaccompanied asylum seeking is under %s', header => {
    expect(columns(8, needs8, [header])).toEqual(['uasc'])
  })

  test('the four long headers of missing, absent and interviews are told apart, under quotation marks of any kind', () => {
    const about = (what: string): string =>
      `Number of Episodes the Child has been ${what} from their Placement in the last 12 months`
    for (const [open, close] of [
      ['‘', '’'],
      ["'", "'"],
      ['“', '”'],
      ['', ''],
    ])
      expect(
        columns(8, needs8, [
          about(`${open}Absent${close}`),
          about(`${open}Missing${close}`),
          'Did the child accept a Return Interview after their last missing episode (Y/N)?',
          'Was the child offered a Return Interview after their last missing episode (Y/N)?',
        ]),
      ).toEqual(['absent_12_months', 'missing_12_months', 'interview_accepted', 'interview_offered'])
  })

  test('a council’s own columns are not taken for Ofsted’s', () => {
    expect(
      columns(8, needs8, [
        'NHS ID of child',
        'Date of Birth of carer',
        'Placement Type description',
        'Legal Status on entry',
        'Allocated Team Manager',
        'Age at start',
      ]),
    ).toEqual([null, null, null, null, null, null])
  })

  test('age may be called by its short and its long name, and so may what the later form calls sex', () => {
    expect(columns(8, needs8, ['Age', 'Sex'])).toEqual(['age', 'gender'])
    expect(columns(8, needs8, ['Age of Child (Years) *', 'Gender: '])).toEqual(['age', 'gender'])
    expect(columns(8, needs8, ['Age (of Child (Years))', 'Sex'])).toEqual(['age', 'gender'])
  })

  test('a sheet or file is known by its number, however it is written; List 1 is not List 10 or 11', () => {
    const header = ['Child ID', 'Date of Contact', 'Date Started to be Looked After']
    const stem = (name: string) => {
      const known = namedFile(name, header)
      return known?.kind === 'named' ? known.shape.stem : null
    }
    for (const name of [
      'List 1',
      'list1.csv',
      'Annex A List 1.csv',
      'annex_a_list_1_2026-10-31.csv',
      'List 1 Contacts',
    ])
      expect(stem(name)).toBe('annex_a_list_1')
    for (const name of [
      'List 8',
      'List 8 CLA',
      'Annex A - List 8 - CLA.csv',
      'Annex_A_-_List_8.csv',
      'annexa_list8.csv',
    ])
      expect(stem(name)).toBe('annex_a_list_8')
    expect(stem('List 10')).toBe('annex_a_list_10')
    expect(stem('List 12')).toBe(null)
    expect(stem('Waiting list 8.csv')).toBe(null)
  })

  test('one column twice under two names is not loaded', () => {
    expect(namedFile('List 1', ['Child ID', 'Child Unique ID', 'Date of Contact'])).toMatchObject({ kind: 'unknown' })
  })
})

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Done, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { writeReturn } from './import.fixture.ts'

afterAll(removeFolders)

/** A return with one of each fault, by the child it is shown on; line 2 is the first row. */
const faulty = {
  header: [
    ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'].map(CHILD => ({ CHILD })),
    { CHILD: 'M', SEX: '2' }, // line 14: the code of another year
    { CHILD: 'N', ETHNIC: 'WBIR' },
    { CHILD: 'O', ETHNIC: '' },
    { CHILD: 'P', DOB: '31/02/2014' },
    { CHILD: 'Q', DOB: '01/05/2005' },
    { CHILD: '' },
    { CHILD: 'R' },
    { CHILD: 'R', ETHNIC: 'WIRI' },
  ],
  episodes: [
    { CHILD: 'A', DECOM: '01/05/24' }, // line 2
    { CHILD: 'B', DEC: 'soon', REC: 'E4A' },
    { CHILD: 'C', DEC: '01/04/2024', REC: 'E4A' },
    { CHILD: 'D', DEC: '01/05/2024', REC: 'E4A' },
    { CHILD: 'E', DEC: '01/06/2024' },
    { CHILD: 'F', REC: 'E4A' },
    { CHILD: 'G', DECOM: '01/05/2024', DEC: '01/09/2024', REC: 'X1' }, // line 8
    { CHILD: 'G', DECOM: '20/08/2024', RNE: 'P' },
    { CHILD: 'H', DEC: '01/09/2024', REC: 'X1' }, // line 10
    { CHILD: 'H', DECOM: '05/09/2024', RNE: 'P' },
    { CHILD: 'I', DEC: '' }, // line 12
    { CHILD: 'I', DECOM: '01/10/2024', RNE: 'P' },
    { CHILD: 'J', LS: 'C2' }, // line 14
    { CHILD: 'J', LS: 'E1' },
    { CHILD: 'K', PLACE: 'U9' }, // line 16
    { CHILD: 'L', PLACE: 'P2' },
    { CHILD: 'NOBODY' }, // line 18
    { CHILD: 'Q', DECOM: '02/05/2024' },
    { CHILD: '' },
    { CHILD: 'M' },
    { CHILD: 'M' }, // line 22
    { CHILD: 'N', DEC: '01/12/2024', REC: 'X1' },
    { CHILD: 'O', PLACE: 'Z11' },
    { CHILD: 'P', LS: '' },
    { CHILD: 'B', DECOM: '01/08/2024', DEC: '01/07/2024', REC: 'X1' }, // line 26: of the row below
    { CHILD: 'B', DECOM: '01/08/2024', DEC: '01/09/2024', REC: 'E4A' },
  ],
  reviews: [
    { CHILD: 'A', REVIEW: '2024-05-20' },
    { CHILD: 'A', REVIEW: '20/6/2024 00:00' },
    { REVIEW: '20/07/2024', DOB: '15/06/2013' },
    { REVIEW: '18/08/2024', REVIEW_CODE: ' pn1 ' },
    { CHILD: 'NOBODY', REVIEW: '02/04/2025' },
  ],
  oc2: [{ SDQ_SCORE: 'ten' }],
  oc3: [{ ACCOM: 'S1' }],
  missing: [{ MIS_START: '01/07/2024', MIS_END: '30/06/2024' }],
} as const

describe('findings', () => {
  let report: Done
  beforeAll(async () => {
    report = await mustImport(newFolder(), [writeReturn(join(newFolder(), '2024-25'), faulty)])
  })
  const at = (code: string, table: string, column: string) =>
    findingsOf(report, code)
      .filter(finding => finding.table === table && finding.column === column)
      .map(({ line, found }) => [line, found])

  test.each([
    ['a year of two digits is not read as a day', 'unreadable-day', 'Episodes', 'DECOM', [[2, '01/05/24']]],
    ['an end that is no day', 'unreadable-day', 'Episodes', 'DEC', [[3, 'soon']]],
    ['a day that the calendar has not', 'unreadable-day', 'Header', 'DOB', [[17, '31/02/2014']]],
    ['a score that is no number', 'unreadable-number', 'OC2', 'SDQ_SCORE', [[2, 'ten']]],
    [
      'an end before the start (rule 356)',
      'end-before-start',
      'Episodes',
      'DEC',
      [
        [4, '01/04/2024'],
        [26, '01/07/2024'],
      ],
    ],
    ['an episode of no days (rule 355)', 'no-day-in-care', 'Episodes', 'DEC', [[5, '01/05/2024']]],
    ['an end without a reason (rule 148)', 'end-without-reason', 'Episodes', 'REC', [[6, '01/06/2024']]],
    ['a reason without an end (rule 148)', 'reason-without-end', 'Episodes', 'DEC', [[7, 'E4A']]],
    ['an overlap (rule 501)', 'overlap', 'Episodes', 'DECOM', [[9, '20/08/2024']]],
    [
      'X1 and then a gap, or nothing (rule 388)',
      'continues-into-nothing',
      'Episodes',
      'REC',
      [
        [10, 'X1'],
        [23, 'X1'],
      ],
    ],
    ['an open episode that another follows', 'open-then-followed', 'Episodes', 'DEC', [[12, '']]],
    [
      'the same start twice with different facts',
      'same-start-twice',
      'Episodes',
      'DECOM',
      [
        [14, '01/05/2024'],
        [26, '01/08/2024'],
      ],
    ],
    [
      'a code that no year has',
      'unknown-code',
      'Episodes',
      'PLACE',
      [
        [16, 'U9'],
        [24, 'Z11'],
      ],
    ],
    ['the code of another year', 'code-of-another-year', 'Header', 'SEX', [[14, '2']]],
    ['an ethnicity that is not in the list', 'unknown-code', 'Header', 'ETHNIC', [[15, 'WBIR']]],
    ['a child in no Header row', 'not-in-header', 'Episodes', 'CHILD', [[18, 'NOBODY']]],
    ['an episode that begins at 18 or later', 'eighteen-or-over', 'Episodes', 'DECOM', [[19, '02/05/2024']]],
    ['an end before the start of being missing', 'end-before-start', 'Missing', 'MIS_END', [[2, '30/06/2024']]],
    ['a review after the year that the return is of', 'after-year-end', 'Reviews', 'REVIEW', [[6, '02/04/2025']]],
    ['a child of another table in no Header row', 'not-in-header', 'Reviews', 'CHILD', [[6, 'NOBODY']]],
    ['a row without a child', 'blank', 'Episodes', 'CHILD', [[20, '']]],
    ['a blank where every row needs a value', 'blank', 'Episodes', 'LS', [[25, '']]],
    ['a blank ethnicity', 'blank', 'Header', 'ETHNIC', [[16, '']]],
    ['another date of birth than in Header', 'birth-days-differ', 'Reviews', 'DOB', [[4, '15/06/2013']]],
  ])('%s is a finding, with its line and what stood there', (_, code, table, column, expected) => {
    expect(at(code, table, column)).toEqual(expected)
  })

  test('a code that the sources disagree about is taken, and said', () => {
    expect(at('code-not-agreed', 'OC3', 'ACCOM')).toEqual([[2, 'S1']])
    expect(at('code-not-agreed', 'Episodes', 'PLACE')).toEqual([[17, 'P2']])
    expect(at('unknown-code', 'OC3', 'ACCOM')).toEqual([])
  })

  test('what was allowed for is counted once a file and column, with a line to look at', () => {
    expect(findingsOf(report, 'day-in-another-form').filter(({ table }) => table === 'Reviews')).toEqual([
      {
        name: 'reviews.csv',
        severity: 'tolerated',
        line: 2,
        column: 'REVIEW',
        found: '2024-05-20',
        table: 'Reviews',
        count: 2,
      },
    ])
    expect(at('padded', 'Reviews', 'REVIEW_CODE')).toEqual([[5, ' pn1 ']])
    expect(at('code-in-lower-case', 'Reviews', 'REVIEW_CODE')).toEqual([[5, ' pn1 ']])
  })

  test('what became of a row is said as it was', () => {
    const why = (code: string, table: string, line: number) =>
      report.findings.find(found => found.code.startsWith(code) && found.table === table && found.line === line)?.why
    expect(why('end-before-start', 'Episodes', 4)).toContain('the row was set aside')
    expect(why('end-before-start', 'Episodes', 26)).toContain('Another row of the same child and day was used')
    expect(why('code-of-another-year', 'Header', 14)).toContain('It was read')
    expect(at('unknown-code', 'Header', 'SEX')).toEqual([])
    expect(why('blank', 'Episodes', 20)).toContain('set aside')
    expect(why('blank', 'Episodes', 25)).not.toContain('set aside')
  })

  test('every finding says why it matters and what to do', () => {
    for (const finding of report.findings) {
      expect(finding.why).toMatch(/^[A-Z].*\.$/s)
      expect(finding.fix).toMatch(/^[A-Z].*\.$/s)
    }
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whoRead } from './annex-a-need.fixture.ts'
import { importWorkbook } from './annex-a-sheets.fixture.ts'
import { accountOf, ask, type Done, findingsOf, removeFolders } from './home.fixture.ts'

afterAll(removeFolders)

let home: string
let report: Done
let rows: Readonly<Record<number, unknown>>
beforeAll(async () => {
  ;({ home, report, rows } = await importWorkbook())
}, 120_000)

const as_at = '2026-10-31'

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

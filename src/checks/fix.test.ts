import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Checked, checkFiles } from '../cli/checked.ts'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { type GivenReturn, type GivenRow, writeReturn } from '../ingest/import.fixture.ts'

/** What each test is about: a child with one thing wrong. All are checked together, as in a return. */
type Case = { readonly now: GivenReturn; readonly last?: GivenReturn }

const DOB = '15/06/2014'
const home = { PLACE: 'K2', PLACE_PROVIDER: 'PR4', URN: 'SC900001', PL_POST: 'QB1 1AA' }
const began = { DECOM: '15/05/2025', URN: 'XXXXXXX' }
const ended = { ...began, REC: 'E4A' }
const moved = { ...began, RNE: 'P', REASON_PLACE_CHANGE: '' }
const was = (more: GivenRow = {}): GivenReturn => ({
  header: [more],
  episodes: [{ DECOM: '15/05/2023', URN: 'XXXXXXX' }],
})
const still = { DECOM: '15/05/2023', URN: 'XXXXXXX' }

/** The rules that find something about a child. */
const found = (child: string): readonly string[] =>
  checked.report.found.flatMap(row => (row.child === child.toUpperCase() ? [row.rule] : []))

const cases: Readonly<Record<string, Case>> = {
  clean: { now: { header: [{}], episodes: [began] } },
  case: { now: { header: [{}], episodes: [{ ...began, PLACE: 'u6' }] } },
  words: { now: { header: [{}], episodes: [{ ...began, CIN: 'N1 - abuse or neglect' }] } },
  form: { now: { header: [{}], episodes: [{ ...ended, DEC: '01.10.2025' }] } },
  yearFirst: { now: { header: [{}], episodes: [{ ...ended, DEC: '2025-10-01' }] } },
  century: { now: { header: [{ DOB: '15/06/14' }], episodes: [began] } },
  noDay: { now: { header: [{}], episodes: [{ ...ended, DEC: '31.09.2025' }] } },
  swap: { now: { header: [{}], episodes: [{ ...ended, DEC: '12/04/2025' }] } },
  // The episode ends on the day it began: any later day would do.
  swapForNoReason: {
    now: { header: [{}], episodes: [{ ...began, DECOM: '05/06/2025', DEC: '05/06/2025', REC: 'E4A' }] },
  },
  sameNumber: { now: { header: [{}], episodes: [{ ...ended, DEC: '04/04/2025' }] } },
  outside: { now: { header: [{}], episodes: [began], missing: [{ MIS_START: '02/05/2026', MIS_END: '' }] } },
  swapMeets: {
    now: {
      header: [{}],
      episodes: [
        { ...began, DEC: '12/04/2025', REC: 'X1', REASON_PLACE_CHANGE: 'CHILD' },
        { ...moved, DECOM: '04/12/2025', URN: 'XXXXXXX', PLACE: 'U1' },
      ],
    },
  },
  swapOverlaps: {
    now: {
      header: [{}],
      episodes: [
        { ...began, DEC: '12/04/2025', REC: 'X1', REASON_PLACE_CHANGE: 'CHILD' },
        { ...moved, DECOM: '03/12/2025', PLACE: 'U1' },
      ],
    },
  },
  born: {
    now: {
      header: [{ DOB: '05/06/2014' }],
      episodes: [began],
      missing: [{ DOB: '06/05/2014', MIS_START: '01/07/2025', MIS_END: '03/07/2025' }],
    },
  },
  bornOtherwise: {
    now: {
      header: [{ DOB: '15/06/2013' }],
      episodes: [still],
    },
    last: was(),
  },
  ethnic: { now: { header: [{ ETHNIC: 'MOTH' }], episodes: [still] }, last: was({ ETHNIC: 'WBRI' }) },
  ethnicTyped: { now: { header: [{ ETHNIC: 'WBIR' }], episodes: [still] }, last: was({ ETHNIC: 'WBRI' }) },
  ethnicTypedOtherwise: { now: { header: [{ ETHNIC: 'WBIR' }], episodes: [still] }, last: was({ ETHNIC: 'MOTH' }) },
  ethnicTwice: {
    now: { header: [{ ETHNIC: 'MOTH' }], episodes: [still] },
    last: { ...was(), header: [{ ETHNIC: 'WBRI' }, { ETHNIC: 'WIRI' }] },
  },
  need: { now: { header: [{}], episodes: [{ ...still, CIN: 'N5' }] }, last: was() },
  upn: { now: { header: [{ UPN: 'A123456789012' }], episodes: [still] }, last: was({ UPN: 'B123456789012' }) },
  upnTaken: { now: { header: [{ UPN: 'A123456789013' }], episodes: [still] }, last: was({ UPN: 'B123456789013' }) },
  upnTaker: { now: { header: [{ UPN: 'B123456789013' }], episodes: [still] }, last: was({ UPN: 'B123456789013' }) },
  provider: { now: { header: [{}], episodes: [{ ...began, ...home, PLACE_PROVIDER: 'PR5' }] } },
  placeType: { now: { header: [{}], episodes: [{ ...began, ...home, PLACE: 'K1' }] } },
  placeElsewhere: { now: { header: [{}], episodes: [{ ...began, ...home, PLACE: 'K1', PL_POST: 'QB1 9ZZ' }] } },
  postcode: { now: { header: [{}], episodes: [{ ...began, ...home, PL_POST: 'QB1 1AB' }] } },
  urn: { now: { header: [{}], episodes: [{ ...began, ...home, URN: 'SC900010' }] } },
  urnOfTwo: { now: { header: [{}], episodes: [{ ...began, ...home, PL_POST: 'QB2 1AA', URN: 'SC900010' }] } },
}

/** A UPN of the child’s own, so that nothing is to be said of it. */
const upnOf = (child: string): string => `H${String(Object.keys(cases).indexOf(child)).padStart(12, '0')}`

function together(of: (one: Case) => GivenReturn | undefined): GivenReturn {
  const tables: Record<string, GivenRow[]> = { header: [], episodes: [], missing: [] }
  for (const [child, one] of Object.entries(cases))
    for (const [table, rows] of Object.entries(of(one) ?? {}))
      tables[table]?.push(
        ...rows.map(row => ({
          CHILD: child.toUpperCase(),
          ...(table === 'episodes' ? {} : { DOB, UPN: upnOf(child) }),
          ...row,
        })),
      )
  return tables
}

let checked: Checked
beforeAll(async () => {
  const folder = newFolder()
  const [now, last] = [join(folder, '2025-26'), join(folder, '2024-25')]
  writeReturn(
    now,
    together(one => one.now),
  )
  writeReturn(
    last,
    together(one => one.last),
  )
  writeFileSync(
    join(now, 'providers.csv'),
    [
      'urn,name,postcode,place_codes,provider_codes,reg_end,la,list',
      'SC900001,The Elms,QB1 1AA,K2,PR4,,,homes',
      'SC900002,The Oaks,QB2 1AA,K2,PR4,,,homes',
      'SC900003,The Firs,QB2 1AA,K2,PR4,,,homes',
      '',
    ].join('\n'),
  )
  checked = await checkFiles(folder, [now], { last }, { fixes: true, cells: false })
})
afterAll(() => removeFolders())

/** The fixes of a child: `rule: FIELD from > to`. */
const fixesOf = (child: string): readonly string[] =>
  [...(checked.fixes ?? [])].flatMap(([found, { field, from, to }]) =>
    found.child === child.toUpperCase() ? [`${found.rule}: ${field} ${from} > ${to}`] : [],
  )

test('a code in small letters, or with its words behind it, is offered as the return asks for it', () => {
  expect(fixesOf('case')).toEqual(['146: PLACE u6 > U6'])
  expect(fixesOf('words')).toEqual(['145: CIN N1 - abuse or neglect > N1'])
})

test('a day in another form, or with a year of two digits, is offered in full; one that does not exist has no fix', () => {
  expect(fixesOf('form')).toEqual(['147: DEC 01.10.2025 > 01/10/2025'])
  expect(fixesOf('yearFirst')).toEqual(['147: DEC 2025-10-01 > 01/10/2025'])
  expect(fixesOf('century')).toEqual(['102: DOB 15/06/14 > 15/06/2014'])
  expect(fixesOf('noDay')).toEqual([])
})

test('day and month are swapped, also in a column that the rule reads and does not mark', () => {
  expect(fixesOf('swap')).toEqual(['356: DEC 12/04/2025 > 04/12/2025'])
})

test('a day outside the year that would be in it is swapped', () => {
  expect(fixesOf('outside')).toEqual(['570: MIS_START 02/05/2026 > 05/02/2026'])
})

test('a swap that clears a finding and for which nothing else speaks is not offered, nor one that is no other day', () => {
  expect(found('swapForNoReason')).toContain('355')
  expect(fixesOf('swapForNoReason')).toEqual([])
  expect(fixesOf('sameNumber')).toEqual([])
})

test('a swap that meets the next episode is offered; one that would run over its start, by a day, is not', () => {
  expect(fixesOf('swapMeets')).toEqual(['356: DEC 12/04/2025 > 04/12/2025', '388: DEC 12/04/2025 > 04/12/2025'])
  expect(fixesOf('swapOverlaps')).toEqual([])
})

test('a day of birth that every other row has is offered', () => {
  expect(fixesOf('born')).toEqual(['INT13: DOB 06/05/2014 > 05/06/2014'])
})

test('last year’s value is offered where a rule finds another, unless last year has two', () => {
  expect(fixesOf('bornOtherwise')).toEqual(['203: DOB 15/06/2013 > 15/06/2014'])
  expect(fixesOf('ethnic')).toEqual(['204: ETHNIC MOTH > WBRI'])
  expect(fixesOf('ethnicTwice')).toEqual([])
  expect(fixesOf('need')).toEqual(['503C: CIN N5 > N1'])
})

test('where two things could be meant by one cell, neither is offered', () => {
  expect(fixesOf('ethnicTyped')).toEqual(['103', '204'].map(rule => `${rule}: ETHNIC WBIR > WBRI`))
  expect(found('ethnicTypedOtherwise')).toEqual(['103', '204'])
  expect(fixesOf('ethnicTypedOtherwise')).toEqual([])
})

test('last year’s UPN is not offered where another child has it now', () => {
  expect(fixesOf('upn')).toEqual(['208: UPN A123456789012 > B123456789012'])
  expect(fixesOf('upnTaken')).toEqual([])
})

test('the provider list gives the code, the type and the postcode of a URN, unless the rest of the row is of another place', () => {
  expect(fixesOf('provider')).toEqual(['224: PLACE_PROVIDER PR5 > PR4'])
  expect(fixesOf('placeType')).toEqual(['219: PLACE K1 > K2'])
  expect(fixesOf('placeElsewhere')).toEqual([])
  expect(fixesOf('postcode')).toEqual(['221: PL_POST QB1 1AB > QB1 1AA'])
})

test('a URN that is not in the list becomes the one of the type at the postcode, where there is one', () => {
  expect(fixesOf('urn')).toEqual(['219', '221', '224', '1008'].map(rule => `${rule}: URN SC900010 > SC900001`))
  expect(fixesOf('urnOfTwo')).toEqual([])
})

test('a row without a fault has no fix', () => {
  expect(fixesOf('clean')).toEqual([])
  expect(checked.report.found.filter(({ child }) => child === 'CLEAN')).toEqual([])
})

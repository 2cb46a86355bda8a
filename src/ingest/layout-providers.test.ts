import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { on, type SheetGiven, workbookOf } from './annex-a.fixture.ts'
import { ask, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { layoutOf } from './layouts.ts'

afterAll(removeFolders)

/** What a row of a list with this header gives, blanks left out; or the fault. */
function given(header: string, row: string): unknown {
  const layout = layoutOf(header.split('|').map(text => text.trim()))
  if (layout?.kind !== 'rows' || layout.shape.stem !== 'providers') return null
  const [found] = layout.rows(
    row.split('|').map(text => text.trim()),
    { release: null, model: null },
  )
  if (!found || 'fault' in found) return found?.fault
  return Object.fromEntries(layout.columns.flatMap((name, i) => (found[i] ? [[name, found[i]]] : [])))
}

const combined =
  'urn | local authority | placement code | placement provider code | deregistration date | setting address postcode | provider type'

test('codes are read with strokes, commas or spaces between, in any letter case, each once', () => {
  const row = (place: string, provider: string): unknown =>
    given(combined, `sc900001 | Northtown | ${place} | ${provider} | | QA1 1AA | Agency`)
  expect(row('k2', 'PR4/PR5')).toMatchObject({ urn: 'SC900001', place_codes: 'K2', provider_codes: 'PR4,PR5' })
  expect(row('U1, U2 U3', 'pr4 / pr4')).toMatchObject({ place_codes: 'U1,U2,U3', provider_codes: 'PR4' })
  expect(row('n/a', 'PR1 and PR2')).toEqual({
    urn: 'SC900001',
    postcode: 'QA1 1AA',
    provider_codes: 'PR1,PR2',
    la: 'Northtown',
    list: 'others',
  })
})

test('in the list of all, the type of provider says which list a row is of, else its placement codes', () => {
  const list = (place: string, type: string): unknown =>
    given(combined, `SC900001 | Northtown | ${place} | PR4 | | QA1 1AA | ${type}`)
  expect(list('K2', 'Children’s home')).toMatchObject({ list: 'homes' })
  expect(list('S1', "Secure Children's Home")).toMatchObject({ list: 'homes' })
  expect(list('K2', 'Residential family centre')).toMatchObject({ list: 'others' })
  expect(list('', 'Supported accommodation')).toMatchObject({ list: 'supported' })
  expect(list('K1', '')).toMatchObject({ list: 'homes' })
  expect(list('K3 H5', '')).toMatchObject({ list: 'supported' })
  expect(list('K3 U1', '')).toMatchObject({ list: 'others' })
  expect(list('', '')).toMatchObject({ list: 'others' })
})

test('no row of the list of other providers is taken for one of the homes', () => {
  const header = 'URN | Local authority | Placement code | Placement provider code | Setting postcode'
  expect(given(header, 'SC900001 | Northtown | K2 | PR4 | QA1 1AA')).toMatchObject({ list: 'others' })
})

test('the sheet of supported accommodation gives its two placement codes; a provider code that is not there is not known', () => {
  const header = 'urn | provider local authority | closed date | setting address postcode'
  expect(given(header, '2700001 | Northtown | 2025-05-01 | QA1 1AA')).toEqual({
    urn: '2700001',
    postcode: 'QA1 1AA',
    place_codes: 'H5,K3',
    reg_end: '2025-05-01',
    la: 'Northtown',
    list: 'supported',
  })
  expect(given(`${header} | placement provider code`, '2700001 | | | | PR4/PR5')).toMatchObject({
    provider_codes: 'PR4,PR5',
  })
})

test('headers without a URN, or with a URN and nothing of a provider, are no list', () => {
  expect(given('Local Authority | Provider Code | Provider Placement Code', 'Northtown | K2 | PR4')).toBeNull()
  expect(given('urn | home_name | event_type | event_date', 'SC900001 | Home | closed | 2025-05-01')).toBeNull()
  expect(given('URN | Postcode', 'SC900001 | QA1 1AA')).toBeNull()
})

const homeHeader = ['URN', 'Local Authority', 'Provider Code', 'Provider Placement Code', 'Closed Date']
const oneSheet = (...rows: readonly SheetGiven['rows'][number][]): readonly SheetGiven[] => [
  { name: 'Provider information', rows: [['Children’s homes'], [...homeHeader, 'Setting Postcode'], ...rows] },
]
const otherHeader = ['URN', 'Local authority', 'Placement code', 'Placement provider code', 'Setting postcode']
const others: readonly SheetGiven[] = [
  { name: 'Current providers', rows: [otherHeader, ['SC900010', 'Northtown', 'U1/U2', 'PR4', 'QA1 1AD']] },
  {
    name: 'Providers closed',
    rows: [
      [...otherHeader, 'Deregistration date'],
      ['SC900011', 'Northtown', 'U1', 'PR5', 'QA1 1AE', on('2025-06-30')],
    ],
  },
]

async function workbook(name: string, sheets: readonly SheetGiven[]): Promise<string> {
  const path = join(newFolder(), name)
  writeFileSync(path, await workbookOf(sheets))
  return path
}
function csv(name: string, ...lines: readonly string[]): string {
  const path = join(newFolder(), name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const held = async (home: string): Promise<readonly unknown[]> =>
  (
    await ask(
      home,
      'select concat_ws(\' \', "list", urn, postcode, place_codes, provider_codes, reg_end) as said from reference.provider order by all',
    )
  ).map(({ said }) => said)

test('the two workbooks of homes and of other providers stand side by side, and each replaces its own kind alone', async () => {
  const homes = await workbook(
    'Homes.xlsx',
    oneSheet(
      [1_234_567, 'Northtown', 'K2', 'PR4/PR5', null, 'QA1 1AA'],
      ['SC900002', 'Northtown', 'K1', 'PR1', on('2025-05-31'), 'qa1 1ab'],
    ),
  )
  const rest = await workbook('Social care.xlsx', others)
  const expected = [
    'homes 1234567 QA11AA K2 PR4,PR5',
    'homes SC900002 QA11AB K1 PR1 2025-05-31',
    'others SC900010 QA11AD U1,U2 PR4',
    'others SC900011 QA11AE U1 PR5 2025-06-30',
  ]
  const home = newFolder()
  await mustImport(home, [homes, rest])
  expect(await held(home)).toEqual(expected)
  // A later list of homes by itself replaces the earlier whole, and that alone.
  await mustImport(home, [
    await workbook('Homes later.xlsx', oneSheet(['SC900003', 'Northtown', 'K2', 'PR4', null, 'QA1 1AC'])),
  ])
  expect(await held(home)).toEqual(['homes SC900003 QA11AC K2 PR4', ...expected.slice(2)])
  // So does the list of all with its homes; and our own file replaces every list.
  await mustImport(home, [
    csv('all.csv', combined.replaceAll(' | ', ','), 'SC900004,Northtown,K2,PR4,,QA1 1AF,Children’s home'),
  ])
  expect(await held(home)).toEqual(['homes SC900004 QA11AF K2 PR4', ...expected.slice(2)])
  await mustImport(home, [csv('providers.csv', 'urn,place_codes,provider_codes', 'SC900005,"K2, K1",PR4 PR5')])
  expect(await held(home)).toEqual(['homes SC900005 K2,K1 PR4,PR5'])
})

test('the homes on two sheets keep the row of each; nothing is twice', async () => {
  const home = newFolder()
  const report = await mustImport(home, [
    await workbook('Homes.xlsx', [
      { name: 'Settings and Inspection Info', rows: [homeHeader, ['SC900001', 'Northtown', 'K2', 'PR4', null]] },
      {
        name: 'Address Details',
        rows: [
          ['URN', 'Setting Address Postcode'],
          ['SC900001', 'QA1 1AA'],
        ],
      },
    ]),
  ])
  expect(await held(home)).toEqual(['addresses SC900001 QA11AA', 'homes SC900001 K2 PR4'])
  expect(findingsOf(report, 'row-twice')).toEqual([])
})

test('the list of all has supported accommodation on a sheet of its own', async () => {
  const home = newFolder()
  await mustImport(home, [
    await workbook('All providers.xlsx', [
      {
        name: 'Providers',
        rows: [
          combined.split(' | ').map(text => text.toUpperCase()),
          ['SC900001', 'Northtown', 'K2', 'PR4', null, 'QA1 1AA', 'Children’s home'],
          ['SC900002', 'Northtown', 'U1', 'PR4', on('2025-05-31'), 'QA1 1AB', 'Independent fostering agency'],
        ],
      },
      {
        name: 'Supported accommodation',
        rows: [
          ['URN', 'Provider local authority', 'Placement provider code', 'Closed date', 'Setting address postcode'],
          [2_700_001, 'Northtown', 'PR4', null, 'QA1 1AC'],
        ],
      },
    ]),
  ])
  expect(await held(home)).toEqual([
    'homes SC900001 QA11AA K2 PR4',
    'others SC900002 QA11AB U1 PR4 2025-05-31',
    'supported 2700001 QA11AC H5,K3 PR4',
  ])
})

test('a note below the list is no alarm, a URN that is none is said, a day that cannot be read leaves the provider listed', async () => {
  const home = newFolder()
  const report = await mustImport(home, [
    await workbook(
      'Homes.xlsx',
      oneSheet(
        ['SC900001', 'Northtown', 'K2', 'PR4', 'in May', 'QA1 1AA'],
        [null, null, null, null, 'As at 31 March'],
        ['As at 31 March 2026'],
        ['not yet', 'Northtown', 'K2', 'PR4', null, 'QA1 1AB'],
      ),
    ),
  ])
  expect(await held(home)).toEqual(['homes SC900001 QA11AA K2 PR4'])
  expect(findingsOf(report, 'unreadable-cell')).toMatchObject([{ column: 'reg_end', found: 'in May', line: 3 }])
  expect(findingsOf(report, 'row-set-aside')).toMatchObject([
    { severity: 'tolerated', line: 4 },
    { severity: 'tolerated', line: 5, found: 'As at 31 March 2026' },
    { severity: 'error', line: 6, column: 'urn', found: 'not yet' },
  ])
})

test('our own file without codes is known by its name', async () => {
  const home = newFolder()
  await mustImport(home, [csv('providers.csv', 'urn,name,postcode,la', 'SC900001,A home,QA1 1AA,Northtown')])
  expect(await held(home)).toEqual(['SC900001 QA11AA'])
})

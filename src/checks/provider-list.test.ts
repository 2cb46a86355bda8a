import { afterEach, beforeEach, expect, test } from 'vitest'
import { Engine } from '../engine/engine.ts'
import { emptyTables } from '../model/model.ts'
import { fillProviders } from './provider-list.ts'
import { makeRuleTables } from './rule-tables.ts'

let engine: Engine
beforeEach(async () => {
  engine = await Engine.open()
  for (const statement of emptyTables()) await engine.run(statement)
  await makeRuleTables(engine)
})
afterEach(() => engine.close())

/** Rows of Ofsted's lists: URN, list, postcode, placement codes, provider codes, end, name. */
async function listed(...rows: readonly string[]): Promise<void> {
  for (const row of rows) {
    const cells = row.split('|').map(cell => (cell.trim() === '' ? 'null' : `'${cell.trim()}'`))
    await engine.run(
      `insert into reference.provider (urn, list, postcode, place_codes, provider_codes, reg_end, name) values (${cells.join(', ')})`,
    )
  }
}
const filled = async (columns: string): Promise<readonly unknown[]> =>
  (await engine.rows(`select ${columns} from provider order by urn`)).map(row => Object.values(row))

test('without a list there is no provider, and what was there before is gone', async () => {
  await engine.run(`insert into provider (urn) values ('SC900001')`)
  expect(await fillProviders(engine)).toBe(false)
  expect(await filled('urn')).toEqual([])
})

test('a provider that stands in several rows is one, with all its codes', async () => {
  await listed(
    'SC900001 | others | QA11AA | K2    | PR4,PR5 | | First',
    'SC900001 | others | QA11AA | K1,K2 | PR5     | | First',
  )
  expect(await fillProviders(engine)).toBe(true)
  expect(await filled('urn, name, place_codes, provider_codes')).toEqual([
    ['SC900001', 'First', ['K1', 'K2'], ['PR4', 'PR5']],
  ])
})

test('codes that no row gives are not known', async () => {
  await listed('SC900001 | homes | | | | |')
  await fillProviders(engine)
  expect(await filled('place_codes, provider_codes, postcode, la')).toEqual([[null, null, null, null]])
})

test('a provider among the open and the closed is open, with the postcode and name of the open; one closed twice closed last', async () => {
  await listed(
    'SC900001 | others | QA11AA | K2 | PR4 | 2024-05-01 | Before',
    'SC900001 | others | QB11AA | K2 | PR4 |            | Now',
    'SC900002 | others | QA11AB | K2 | PR4 | 2024-05-01 | Before',
    'SC900002 | others | QA11AC | K2 | PR4 | 2025-06-01 | After',
  )
  await fillProviders(engine)
  expect(await filled('urn, reg_end, postcode, name')).toEqual([
    ['SC900001', null, 'QB11AA', 'Now'],
    ['SC900002', '2025-06-01', 'QA11AC', 'After'],
  ])
})

test('a sheet of addresses gives a postcode where the provider’s own row has none, and makes nobody registered', async () => {
  await listed(
    'SC900001 | homes     |        | K2 | PR4 | 2024-05-01 |',
    'SC900001 | addresses | QA11AA |    |     |            |',
    'SC900002 | homes     | QA11AB | K2 | PR4 |            |',
    'SC900002 | addresses | QA11AA |    |     |            |',
    'SC900003 | addresses | QA11AC |    |     |            |',
  )
  await fillProviders(engine)
  expect(await filled('urn, postcode, reg_end')).toEqual([
    ['SC900001', 'QA11AA', '2024-05-01'],
    ['SC900002', 'QA11AB', null],
  ])
})

test('the authority is the one the postcode is in, whatever the list names', async () => {
  await engine.run(`insert into reference.postcode (postcode, la_code) values ('QA11AA', 'E06000999')`)
  await listed('SC900001 | homes | QA11AA | K2 | PR4 | |', 'SC900002 | homes | QB11AA | K2 | PR4 | |')
  await engine.run(`update reference.provider set la = 'Southtown'`)
  await fillProviders(engine)
  expect(await filled('urn, la')).toEqual([
    ['SC900001', 'E06000999'],
    ['SC900002', null],
  ])
})

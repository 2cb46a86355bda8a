import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Engine } from '../engine/engine.ts'
import { fillFromVersion } from './as-returned.ts'
import { COUNCIL, emptyImport, holdHeaders } from './kept.fixture.ts'
import { makeRuleTables } from './rule-tables.ts'

let engine: Engine
beforeEach(async () => {
  engine = await emptyImport()
  await makeRuleTables(engine)
})
afterEach(() => engine.close())

const filled = async (): Promise<readonly string[]> => {
  await fillFromVersion(engine, { authority: COUNCIL, year: 2026 })
  const rows = await engine.rows('select file_id, child, sex_text from header order by id')
  return rows.map(({ file_id, child, sex_text }) => `${file_id}: ${child} ${sex_text}`)
}
/** The rows of the return once more, in a later file. */
const again = (file: number, where = 'true'): Promise<void> =>
  engine.run(
    `insert into returned.header select * replace (${file} as file_id, 'duplicate' as use) from returned.header where ${where}`,
  )

test('a row that another year’s return has too stands in both, though it is a duplicate', async () => {
  await holdHeaders(engine, 2026, [['1', 'F']])
  await engine.run("update returned.header set use = 'duplicate'")
  expect(await filled()).toEqual(['2026: 1 F'])
  await again(3000, 'false')
  expect(await filled()).toEqual(['2026: 1 F'])
})

test('of a return that came twice each row stands once, as the later file has it; one that stands twice in a file stands twice', async () => {
  await holdHeaders(engine, 2026, [
    ['1', 'F'],
    ['2', 'M'],
    ['2', 'M'],
    ['3', ' '],
  ])
  await again(3000)
  expect(await filled()).toEqual(['3000: 1 F', '3000: 2 M', '3000: 2 M', '3000: 3 null'])
  await engine.run("delete from returned.header where file_id = 3000 and child in ('1', '3')")
  expect(await filled()).toEqual(['2026: 1 F', '2026: 3 null', '3000: 2 M', '3000: 2 M'])
})

test('rows of an extract that a later one had replaced do not stand, nor keep others from standing', async () => {
  await holdHeaders(engine, 2026, [['1', 'F']])
  await again(3000)
  await engine.run(`insert into reference.older_extract values (3000, 'header', '${COUNCIL}', 2026)`)
  expect(await filled()).toEqual(['2026: 1 F'])
})

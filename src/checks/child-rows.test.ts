import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Engine } from '../engine/engine.ts'
import { childRows, isUsual, tableNames } from './child-rows.ts'
import { COUNCIL, emptyImport, holdHeaders } from './kept.fixture.ts'

let engine: Engine
beforeEach(async () => {
  engine = await emptyImport()
})
afterEach(() => engine.close())

test('a child’s rows are the council’s own of the year and the year before, last year’s first, as they stood', async () => {
  await holdHeaders(engine, 2024, [['1', 'F']])
  await holdHeaders(engine, 2025, [
    ['2', 'M'],
    ['1', 'F'],
  ])
  await holdHeaders(engine, 2026, [['1', ' f']])
  await holdHeaders(engine, 2026, [['1', 'M']], 'E06000002')
  const rows = await childRows(engine, { authority: COUNCIL, year: 2026 }, '1')
  expect(rows.map(({ table, year, fileId, line, row, cells }) => [table, year, fileId, line, row, cells.SEX])).toEqual([
    ['header', 2025, 2025, 3, 1, 'F'],
    ['header', 2026, 2026, 2, 0, ' f'],
  ])
  expect(rows[0]?.cells).toMatchObject({ CHILD: '1', UPN: null })
})

test('a row that a check does not read is not there', async () => {
  await holdHeaders(engine, 2026, [['1', 'F']])
  await engine.run(`insert into reference.older_extract values (2026, 'header', '${COUNCIL}', 2026)`)
  expect(await childRows(engine, { authority: COUNCIL, year: 2026 }, '1')).toEqual([])
})

test('an id is text and nothing else, and a version made before a column was kept has none of it', async () => {
  await holdHeaders(engine, 2026, [["1' OR TRUE --", 'F']])
  await engine.run('alter table returned.header drop column uasc_text')
  const rows = await childRows(engine, { authority: COUNCIL, year: 2026 }, "1' OR TRUE --")
  expect(rows.map(({ cells }) => 'UASC' in cells)).toEqual([false])
  expect(await childRows(engine, { authority: COUNCIL, year: 2026 }, "X' OR TRUE --")).toEqual([])
})

test('columns that only some returns carry are told apart from those of every return', () => {
  expect([isUsual('episodes', 'PLACE'), isUsual('episodes', 'PL_LA')]).toEqual([true, false])
  expect(tableNames).toContain('SWEpisodes')
})

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mustImport, newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { readSettings } from './settings.ts'
import { openVersion } from './version.ts'

afterAll(removeFolders)

test('a version of an earlier Hearth or of other settings has its model built anew, once, and what was returned stays', async () => {
  const home = newFolder()
  const folder = newFolder()
  writeReturn(join(folder, '2024-25'), {
    header: [{}],
    episodes: [
      { DECOM: '01/05/2024', DEC: '01/08/2024', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' },
      { DECOM: '01/08/2024', RNE: 'T', PLACE: 'U4' },
    ],
  })
  await mustImport(home, [folder], { authority: 'E06000999' })
  const version = join(home, 'versions', '000001')
  const placements = async (settings = readSettings()): Promise<number> => {
    const engine = await openVersion(version, settings)
    const row = await engine.row('select count(*) as n from placement')
    engine.close()
    return Number(row?.n)
  }
  expect(await placements()).toBe(1)
  expect(existsSync(join(version, 'rebuilt'))).toBe(false)
  // A switch turned after the import: a move with the same carer is a placement of its own.
  const switched = { ...readSettings(), switches: { same_carer_moves_continue: false } }
  expect(await placements(switched)).toBe(2)
  expect(await placements(switched)).toBe(2)
  expect(readdirSync(join(version, 'rebuilt'))).toHaveLength(1)
  expect(await placements()).toBe(1)
  // A reference table that Hearth did not know when the version was made is there, empty.
  rmSync(join(version, 'reference', 'provider.parquet'))
  const older = await openVersion(version, readSettings())
  expect(await older.rows('select urn from reference.provider')).toEqual([])
  older.close()
  // A table that Hearth did not know when the version was made, and no mark.
  rmSync(join(version, 'model', 'review.parquet'))
  rmSync(join(version, 'model.json'))
  expect(await placements()).toBe(1)
}, 60_000)

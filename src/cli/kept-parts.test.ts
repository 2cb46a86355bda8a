import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { day } from '../kit/day.ts'
import { keepParts, readParts } from './kept-parts.ts'

afterAll(() => removeFolders())

test('the last test of the parts is kept for each council, in the place of the one before; what cannot be read is none', () => {
  const home = newFolder()
  const parts = (on: string) => ({
    on: day(on),
    at: day('2026-10-31'),
    history: 'a',
    method: 'one',
    runs: 300,
    skills: [{ part: 'drift' as const, horizon: 1 as const, with: 1, without: 2, skill: 0.5 }],
  })
  expect(readParts(home, 'E06990001')).toBeNull()
  keepParts(home, 'E06990001', parts('2026-11-01'))
  keepParts(home, 'E06990001', parts('2026-11-28'))
  expect(readParts(home, 'E06990001')).toEqual(parts('2026-11-28'))
  expect(readParts(home, 'E06990002')).toBeNull()
  writeFileSync(join(home, 'forecast-parts-E06990001.json'), '{')
  expect(readParts(home, 'E06990001')).toBeNull()
  expect(() => keepParts(join(home, 'nowhere'), 'E06990001', parts('2026-11-28'))).not.toThrow()
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { measuresNamed, readGiven } from '../cli/words-given.ts'
import { day } from '../kit/day.ts'
import { kindNames } from '../review/word-kinds.ts'
import { planWords } from '../review/word-plan.ts'
import { writeWords } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-words-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what an invented council says can be saved as it stands, is of every kind but one, and writes no figure itself', async () => {
  const written = await writeWords(folder, 'Alderham', day('2026-02-28'))
  const given = await readGiven([written], { named: measuresNamed(folder), dataVersions: new Set([1]) })
  const plan = planWords(given.read, [])
  expect([...given.faults, ...plan.faults, ...given.left]).toEqual([])
  expect(new Set(plan.words.map(({ kind }) => kind))).toEqual(new Set(kindNames.filter(kind => kind !== 'number-only')))
  for (const { kind, body } of plan.words)
    if (kind === 'commentary')
      expect(String((body as { text: string }).text).replaceAll(/\{\{.*?\}\}|20 miles/g, '')).not.toMatch(/\d/)
})

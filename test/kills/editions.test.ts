import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { editionSteps, openRecords } from '../../src/records/records.ts'
import { openSealed } from '../../src/review/edition.ts'
import { runAndKill } from './killed.ts'

const maker = fileURLToPath(new URL('./edition-maker.ts', import.meta.url))
const KILLS = 8

test('after a kill every step that was answered for is there, every edition is whole and sealed, and steps stand in order', async () => {
  const home = await mkdtemp(join(tmpdir(), 'hearth-kills-'))
  const answered: string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    answered.push(...(await runAndKill(maker, home, Math.random() * 200)))
    const records = await openRecords({ home })
    const kept = await records.editions.list()
    const taken = new Set(kept.flatMap(({ number, steps }) => steps.map(({ step }) => `${number} ${step}`)))
    expect(answered.filter(words => !taken.has(words))).toEqual([])
    for (const { number, steps } of kept) {
      expect(steps.map(({ step }) => step)).toEqual(editionSteps.slice(0, steps.length))
      expect((await openSealed(records.editions, number)).content).toContain('"form":1')
    }
    await records.close()
  }
  expect(answered.length).toBeGreaterThanOrEqual(KILLS)
  await rm(home, { recursive: true, force: true })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openRecords } from '../../src/records/records.ts'
import { runAndKill } from './killed.ts'

const saver = fileURLToPath(new URL('./word-saver.ts', import.meta.url))
const KILLS = 6

test('after kills of two who save at once every word that was answered for is there, what was saved together is whole, and histories are unbroken', async () => {
  const home = await mkdtemp(join(tmpdir(), 'hearth-kills-'))
  const answered: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    // Two at once, which replace each other's words.
    const two = await Promise.all([1, 2].map(() => runAndKill(saver, home, Math.random() * 150)))
    answered.push(...two.flat().flatMap(line => line.split(' ').map(Number)))
    const records = await openRecords({ home })
    const all = await records.words.all()
    const kept = new Set(all.map(({ id }) => id))
    expect(answered.filter(id => !kept.has(id))).toEqual([])
    const rounds = Map.groupBy(all, ({ body }) => (body as { round: number }).round)
    expect([...rounds.values()].filter(({ length }) => length !== 3)).toEqual([])
    for (const key of ['a', 'b', 'c']) {
      const history = await records.words.history('commentary', key)
      expect(history.map(({ replaces }) => replaces)).toEqual([null, ...history.map(({ id }) => id)].slice(0, -1))
    }
    await records.close()
  }
  expect(new Set(answered).size).toBe(answered.length)
  expect(answered.length).toBeGreaterThanOrEqual(KILLS)
  await rm(home, { recursive: true, force: true })
})

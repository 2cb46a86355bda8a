import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { heard } from './heard.fixture.ts'
import { importInto } from './import.ts'
import { run } from './main.ts'

const said = heard()
const home = newFolder()
beforeAll(async () => {
  const returns = { header: [{}], episodes: [{}] }
  await importInto(home, [writeReturn(join(newFolder(), '2024-25'), returns)], {})
}, 60_000)
beforeEach(() => said.clear())
afterAll(() => removeFolders())

/** Every command that takes a measure, with where its name goes. */
const commands: readonly (readonly [string, (name: string) => readonly string[]])[] = [
  ['measure show', name => ['measure', 'show', name]],
  ['measure check', name => ['measure', 'check', name]],
  ['measure examples', name => ['measure', 'examples', name]],
  ['measure compare', name => ['measure', 'compare', name, '--years', '1']],
  ['measure diff', name => ['measure', 'diff', name, name]],
  ['series', name => ['series', '--measure', name, '--from', '2025-01-31']],
  ['people', name => ['people', name, '--at', '2025-03-31']],
  ['why', name => ['why', name, '--from', '2025-02-28', '--to', '2025-03-31']],
]
/** A measure by its id, its reference with a part (in any case), and the scorecard's number with the part. */
const names = ['permanence-plan-agreed', 'prm-03:AGREED', 'CP7:agreed']

describe.each(commands)('hearth %s', (_, line) => {
  test('knows a measure by its id, its reference and part, and the number on the scorecard, all alike', async () => {
    const answers: unknown[][] = []
    for (const name of names) {
      said.clear()
      const code = await run(['--home', home, '--json', ...line(name)], 'test')
      answers.push([code, said.out, said.err])
    }
    process.exitCode = undefined
    expect(answers[0]?.[0]).toBe(0)
    expect(answers[0]?.[1]).not.toBe('')
    expect(answers.slice(1)).toEqual(answers.slice(1).map(() => answers[0]))
  }, 120_000)

  test.each([
    ['PRM-03:agred', 'Did you mean \\"PRM-03:agreed\\"?'],
    ['CP7:agred', 'Did you mean \\"CP7:agreed\\"?'],
  ])(
    'answers %s with what may have been meant',
    async (name, words) => {
      expect(await run(['--home', home, '--json', ...line(name)], 'test')).toBe(2)
      process.exitCode = undefined
      expect(said.err).toContain('"code":"HEARTH-1201"')
      expect(said.err).toContain(words)
    },
    120_000,
  )
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { heard } from './heard.fixture.ts'
import { run } from './main.ts'

const said = heard()
let folder = ''
beforeEach(async () => {
  said.clear()
  folder = await mkdtemp(join(tmpdir(), 'hearth-proof-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function paper(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const proof = (...words: readonly string[]): Promise<number> => run(['proof', ...words], '0')

test('a figure that the text contradicts is told with its sentence, what it should be, why and where, and ends with 1', async () => {
  expect(
    await proof(await paper('report.txt', 'The board met.\nOf the 250 children, 61 (31%) live with relatives.')),
  ).toBe(1)
  expect(said.out).toMatch(/report\.txt: 1 wrong, 0 questions \(1 sentence with figures and 0 tables read\)/)
  expect(said.out).toMatch(
    /line 2 {2}Wrong: share of a count\n {4}“Of the 250 children, 61 \(31%\) live with relatives\.”/,
  )
  expect(said.out).toMatch(/31%, which should be 24%\. 61 of 250 is 24\.4%\./)
})

test('a question alone ends with 0', async () => {
  expect(await proof(await paper('report.md', 'Take-up increased by 5% to 65%.'))).toBe(0)
  expect(said.out).toMatch(/0 wrong, 1 question /)
})

test('JSON is as programs expect it, for every file given', async () => {
  const wrong = await paper('report.html', '<p>Of the 250 children, 61 (31%) live with relatives.</p>')
  const sound = await paper('sound.txt', 'All is well.')
  expect(await proof('--json', wrong, sound)).toBe(1)
  const { files } = JSON.parse(said.out)
  expect(files).toEqual([
    {
      file: wrong.replaceAll('\\', '/'),
      findings: [
        {
          kind: 'share of a count',
          certainty: 'wrong',
          where: { page: null, line: 1 },
          sentence: 'Of the 250 children, 61 (31%) live with relatives.',
          found: '31%',
          expected: '24%',
          why: '61 of 250 is 24.4%.',
        },
      ],
    },
    { file: sound.replaceAll('\\', '/'), findings: [] },
  ])
})

test('a file that cannot be read is a fault, and the others are read all the same', async () => {
  const wrong = await paper('report.txt', 'Of the 250 children, 61 (31%) live with relatives.')
  expect(await proof(join(folder, 'none.txt'), await paper('report.doc', 'x'), wrong)).toBe(2)
  expect(said.err).toMatch(/HEARTH-1101/)
  expect(said.out).toMatch(/1 wrong/)
  said.clear()
  expect(await proof(await paper('report.doc', 'x'))).toBe(2)
  expect(said.err).toMatch(/HEARTH-1901/)
  said.clear()
  expect(await proof(folder)).toBe(2)
  expect(said.err).toMatch(/is a folder/)
})

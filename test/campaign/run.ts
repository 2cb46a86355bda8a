/** `npm run campaign`: changes one line at a time in a copy of the tree and runs the tests that should notice. Fails if any change survives. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutation, mutations } from './mutations.ts'

const root = join(import.meta.dirname, '../..')
const copy = mkdtempSync(join(tmpdir(), 'hearth-campaign-'))
for (const name of [
  'src',
  'measures',
  'returns',
  'scorecards',
  'scripts',
  'test',
  'docs',
  'package.json',
  'vitest.config.ts',
  'tsconfig.json',
  'rooms.ts',
])
  cpSync(join(root, name), join(copy, name), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')

/** The quickest first: worked examples, then the model against plain loops, then the oracle. */
const judges: readonly (readonly string[])[] = [
  [process.execPath, 'scripts/measures.ts'],
  [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'rooms', 'src/model'],
  [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'rooms', 'test/rooms/oracle.test.ts'],
]

/** Which judge noticed, or null. */
function noticedBy({ file, from, to }: Mutation): number | null {
  const path = join(copy, file)
  const before = readFileSync(path, 'utf8')
  if (before.split(from).length !== 2) throw new Error(`${file} does not hold this exactly once: ${from}`)
  writeFileSync(path, before.replace(from, to))
  const found = judges.findIndex(
    ([program = '', ...options]) => spawnSync(program, options, { cwd: copy, stdio: 'ignore' }).status !== 0,
  )
  writeFileSync(path, before)
  return found < 0 ? null : found
}

const names = ['worked examples', 'model tests', 'oracle']
// `npm run campaign -- WORD` tries only the changes whose file or words hold it.
const asked = process.argv[2] ?? ''
const chosen = mutations.filter(({ file, what }) => `${file} ${what}`.includes(asked))
let survived = 0
for (const mutation of chosen) {
  const by = noticedBy(mutation)
  if (by === null) survived++
  process.stdout.write(
    `${by === null ? 'SURVIVED' : `noticed by ${names[by]}`.padEnd(26)}  ${mutation.file.split('/').at(-1)}: ${mutation.what}\n`,
  )
}
rmSync(copy, { recursive: true, force: true })
process.stdout.write(`${chosen.length - survived} passed, ${survived} failed\n`)
process.exitCode = survived ? 1 : 0

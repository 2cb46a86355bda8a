/**
 * `npm run bench`: speed and memory as ratios in one run and as growth with size; absolute times are for orientation.
 * `--england` runs the whole country (10%, 30% and 100% of 154 authorities) instead of small shares of it; `--shares=0.1,0.3` others.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { catalogue } from './catalogue.ts'
import { checkOfReturns } from './check-return.ts'
import { coldCouncil } from './cold-council.ts'
import { country } from './country.ts'
import { forecast } from './forecast.ts'
import { handWritten } from './hand-written.ts'
import { paperSets, papers } from './papers.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-bench-'))
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const england = process.argv.includes('--england')
const asked = process.argv
  .find(option => option.startsWith('--shares='))
  ?.slice('--shares='.length)
  .split(',')
  .map(Number)
const shares = asked ?? (england ? [0.1, 0.3, 1] : [0.01, 0.03, 0.1])

say(
  `Machine: ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
)
try {
  if (!england) {
    await forecast(say)
    await papers(say)
    await paperSets(join(folder, 'papers'), say)
    await coldCouncil(join(folder, 'council'), say)
    await checkOfReturns(join(folder, 'check'), say)
    await catalogue(join(folder, 'catalogue'), say)
  }
  let last = ''
  for (const share of shares) last = await country(join(folder, `share-${share}`), share, say)
  await handWritten(last, say)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

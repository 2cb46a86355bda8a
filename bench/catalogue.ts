import { join } from 'node:path'
import { median, runChild } from './child.ts'
import { sampleCouncil } from './sample-council.ts'

const hearth = join(import.meta.dirname, '../bin/hearth.js')
const measuring = join(import.meta.dirname, 'all-measures.ts')

/**
 * What the sources beside the return cost: a 600-child council of ten years with everything it has, imported; then the whole
 * catalogue, 120 month ends and every slice, against the measures that the return feeds, turn by turn in one run.
 */
export async function catalogue(folder: string, say: (line: string) => void): Promise<void> {
  const files = join(folder, 'files')
  const home = join(folder, 'home')
  await sampleCouncil(files, true)
  const imported = await runChild(hearth, ['--home', home, 'import', files])
  const scored = await runChild(hearth, ['--home', home, 'scorecard', '--format', 'json'])
  const [whole, part] = [[] as number[], [] as number[]]
  let said = ''
  for (let i = 0; i < 3; i++) {
    const own = await runChild(measuring, [home, 'return'])
    const all = await runChild(measuring, [home])
    part.push(own.seconds)
    whole.push(all.seconds)
    said = `${all.output.trim()} against ${own.output.trim()}`
  }
  say('Every source of a 600-child council, ten years, cold processes')
  say(
    `  import ${imported.seconds.toFixed(1)} s (peak ${imported.gigabytes.toFixed(2)} GB), scorecard ${scored.seconds.toFixed(1)} s`,
  )
  say(
    `  the whole catalogue against what the return feeds (${said}; 120 month ends, each slice, median of 3): ${median(whole).toFixed(1)} s against ${median(part).toFixed(1)} s, ${(median(whole) / median(part)).toFixed(2)} times\n`,
  )
}

import { join } from 'node:path'
import { median, runChild } from './child.ts'
import { sampleCouncil } from './sample-council.ts'

const hearth = join(import.meta.dirname, '../bin/hearth.js')

/** From the folder of ten years of a 600-child council to its whole scorecard, each command a cold process; three times. */
export async function coldCouncil(folder: string, say: (line: string) => void): Promise<void> {
  const files = join(folder, 'files')
  const summary = await sampleCouncil(files, false)
  const paths = [...summary.years.map(year => join(files, year)), join(files, 'reference')]
  const runs = []
  for (let i = 0; i < 3; i++) {
    const home = join(folder, `home-${i}`)
    const imported = await runChild(hearth, ['--home', home, 'import', ...paths])
    const scored = await runChild(hearth, ['--home', home, 'scorecard', '--format', 'json'])
    runs.push({
      imported: imported.seconds,
      scored: scored.seconds,
      memory: Math.max(imported.gigabytes, scored.gigabytes),
    })
  }
  say('Ten years of a 600-child council, cold processes (median of 3)')
  say(
    `  import ${median(runs.map(run => run.imported)).toFixed(1)} s, scorecard ${median(runs.map(run => run.scored)).toFixed(1)} s, together ${median(runs.map(run => run.imported + run.scored)).toFixed(1)} s, peak ${median(runs.map(run => run.memory)).toFixed(2)} GB\n`,
  )
}

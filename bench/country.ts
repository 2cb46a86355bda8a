import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { day } from '../src/kit/day.ts'
import { writeSample } from '../src/sample/sample.ts'
import { type Run, runChild } from './child.ts'

const hearth = join(import.meta.dirname, '../bin/hearth.js')
const CHILDREN = 640
const AUTHORITIES = 154

/**
 * A share of England: its files written, imported (which builds the model and children in care at every month end), and every
 * return-based measure counted for 120 month ends and one standard slice at a time, to Parquet. Gives the home.
 */
export async function country(folder: string, share: number, say: (line: string) => void): Promise<string> {
  const files = join(folder, 'files')
  const home = join(folder, 'home')
  const authorities = Math.max(2, Math.round(AUTHORITIES * share))
  const summary = await writeSample({
    to: files,
    children: CHILDREN,
    years: 12,
    authorities,
    toDate: day('2026-10-31'),
    seed: 1,
    faults: 0,
    xml: false,
  })
  const imported = await runChild(hearth, ['--home', home, 'import', files])
  const measured = await runChild(join(import.meta.dirname, 'all-measures.ts'), [home, 'return'])
  const millions = summary.episodeRows / 1e6
  const bytes = readdirSync(join(home, 'versions', '000001', 'figures')).reduce(
    (sum, name) => sum + statSync(join(home, 'versions', '000001', 'figures', name)).size,
    0,
  )
  say(`${Math.round(share * 100)}% of England: ${authorities} authorities, ${millions.toFixed(2)} million episode rows`)
  say(`  import and model: ${took(imported, millions)}`)
  say(
    `  every measure (${measured.output.trim()}): ${took(measured, millions)}, ${(bytes / 2 ** 20).toFixed(0)} MB of Parquet`,
  )
  return home
}

const took = ({ seconds, worked, gigabytes }: Run, millions: number): string =>
  `${seconds.toFixed(0)} s by the clock; processors ${worked.toFixed(0)} s, ${(worked / millions).toFixed(0)} s a million rows; peak ${gigabytes.toFixed(1)} GB`

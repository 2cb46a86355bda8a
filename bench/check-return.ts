import { join } from 'node:path'
import { day } from '../src/kit/day.ts'
import { writeSample } from '../src/sample/sample.ts'
import { median, type Run, runChild } from './child.ts'

const hearth = join(import.meta.dirname, '../bin/hearth.js')

/** Children in care that give a year's return of about so many episodes. */
const sizes = [
  { episodes: 5_000, children: 1_640 },
  { episodes: 50_000, children: 16_400 },
]

type Taken = {
  readonly episodes: number
  readonly seconds: number
  readonly worked: number
  readonly gigabytes: number
}

/** All rules of the return on a year of about 5,000 and of 50,000 episodes, with the year before beside it, each a cold process; three times. */
export async function checkOfReturns(folder: string, say: (line: string) => void): Promise<void> {
  say('All rules of the return on this year and last, cold processes (median of 3)')
  const taken: Taken[] = []
  for (const { episodes, children } of sizes) {
    const to = join(folder, String(episodes))
    await writeSample({
      to,
      children,
      years: 2,
      authorities: 1,
      toDate: day('2026-03-31'),
      seed: 1,
      faults: 0.02,
      xml: false,
      extracts: false,
    })
    const runs: Run[] = []
    let rows = 0
    for (let i = 0; i < 3; i++) {
      const run = await runChild(
        hearth,
        ['check', join(to, '2025-26'), '--last', join(to, '2024-25'), '--format', 'jsonl'],
        FOUND,
      )
      const summary = JSON.parse(run.output.trimEnd().split('\n').at(-1) ?? '{}') as { summary?: { found?: number } }
      rows = summary.summary?.found ?? 0
      runs.push(run)
    }
    const of = (pick: (run: (typeof runs)[number]) => number): number => median(runs.map(pick))
    taken.push({
      episodes,
      seconds: of(run => run.seconds),
      worked: of(run => run.worked),
      gigabytes: of(run => run.gigabytes),
    })
    say(
      `  ${episodes.toLocaleString('en-GB')} episodes: ${of(run => run.seconds).toFixed(2)} s, processors worked ${of(run => run.worked).toFixed(2)} s, peak ${of(run => run.gigabytes).toFixed(2)} GB, ${rows.toLocaleString('en-GB')} rows at fault`,
    )
  }
  const [small, large] = taken
  if (small && large)
    say(
      `  ten times the rows: ${(large.seconds / small.seconds).toFixed(1)} times the time, ${(large.gigabytes / small.gigabytes).toFixed(1)} times the memory; each further 1,000 episodes ${(((large.seconds - small.seconds) * 1000) / (large.episodes - small.episodes)).toFixed(3)} s\n`,
    )
}

/** A check that finds rows at fault ends with 1. */
const FOUND = [0, 1]

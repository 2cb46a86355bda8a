import { join } from 'node:path'
import { day } from '../src/kit/day.ts'
import { figuresOf } from '../src/papers/paper/figures.ts'
import { type PaperFormat, paperAs, paperFormats } from '../src/papers/paper/formats.ts'
import { paper } from '../src/papers/paper/paper.fixture.ts'
import { writeSample } from '../src/sample/sample.ts'
import { median, type Run, runChild } from './child.ts'
import type { PaperSet } from './paper-set.ts'

const hearth = join(import.meta.dirname, '../bin/hearth.js')
const making = join(import.meta.dirname, 'paper-set.ts')

/** A paper of five pages with tables of one and many pages in every format: the first time in a process, libraries and all, and then. */
export async function papers(say: (line: string) => void): Promise<void> {
  say(
    `A paper with ${figuresOf(paper).length} figures in each format, in one process: the first time, then (median of 3)`,
  )
  let [first, then] = [0, 0]
  const timed = async (format: PaperFormat): Promise<{ readonly seconds: number; readonly bytes: number }> => {
    const start = performance.now()
    const made = await paperAs(paper, format)
    return { seconds: (performance.now() - start) / 1000, bytes: made.length }
  }
  for (const format of paperFormats) {
    const cold = await timed(format)
    const warm = [await timed(format), await timed(format), await timed(format)]
    const usual = median(warm.map(({ seconds }) => seconds))
    first += cold.seconds
    then += usual
    say(`  ${format}: ${cold.seconds.toFixed(2)} s, ${usual.toFixed(2)} s, ${Math.round(cold.bytes / 1000)} kB`)
  }
  say(`  together: ${first.toFixed(2)} s, ${then.toFixed(2)} s\n`)
}

type Taken = { readonly run: Run; readonly set: PaperSet; readonly assembled: number; readonly rendered: number }

/** The whole set for the board from one desk: every template in every format, and how it grows with the children in care. */
export async function paperSets(folder: string, say: (line: string) => void): Promise<void> {
  say('The whole set of papers for the board, every template in every format, one desk in a cold process')
  const taken: Taken[] = []
  for (const children of [120, 600]) {
    const one = await setOf(children, join(folder, String(children)))
    const { run, set, assembled, rendered } = one
    taken.push(one)
    say(
      `  ${children} children, ${Object.keys(set.assembled).length} papers, ${set.files} files of ${Math.round(set.bytes / 1000)} kB: desk ${set.opened.toFixed(1)} s, scorecard ${set.scorecard.toFixed(1)} s; then assembled in ${assembled.toFixed(1)} s (processors worked ${set.worked.assembled.toFixed(1)} s) and made in ${rendered.toFixed(1)} s (${set.worked.rendered.toFixed(1)} s), together ${((assembled + rendered) / set.scorecard).toFixed(1)} times the scorecard; peak ${run.gigabytes.toFixed(2)} GB`,
    )
    say(`    assembled: ${told(set.assembled)}`)
    say(`    made: ${told(set.rendered)}`)
  }
  const [small, large] = taken
  if (small && large)
    say(
      `  five times the children, by what processors worked: assembled ${(large.set.worked.assembled / small.set.worked.assembled).toFixed(2)} times, made ${(large.set.worked.rendered / small.set.worked.rendered).toFixed(2)} times; memory ${(large.run.gigabytes / small.run.gigabytes).toFixed(2)} times\n`,
    )
}

/** The set over a synthetic council with every source that it has, of four years. */
async function setOf(children: number, folder: string): Promise<Taken> {
  const files = join(folder, 'files')
  const home = join(folder, 'home')
  await writeSample({
    to: files,
    children,
    years: 4,
    authorities: 1,
    toDate: day('2026-10-31'),
    seed: 1,
    faults: 0.02,
    xml: false,
    extracts: true,
  })
  await runChild(hearth, ['--home', home, 'import', files])
  const run = await runChild(making, [home])
  const set = JSON.parse(run.output) as PaperSet
  return { run, set, assembled: sum(set.assembled), rendered: sum(set.rendered) }
}

const sum = (seconds: Readonly<Record<string, number>>): number => Object.values(seconds).reduce((a, b) => a + b, 0)

const told = (seconds: Readonly<Record<string, number>>): string =>
  Object.entries(seconds)
    .map(([name, took]) => `${name} ${took.toFixed(1)} s`)
    .join(', ')

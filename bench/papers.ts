import { figuresOf } from '../src/papers/paper/figures.ts'
import { type PaperFormat, paperAs, paperFormats } from '../src/papers/paper/formats.ts'
import { paper } from '../src/papers/paper/paper.fixture.ts'
import { median } from './child.ts'

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

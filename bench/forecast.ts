import { fitHistory } from '../src/analysis/forecast/fit.ts'
import { knownBy } from '../src/analysis/forecast/known-by.ts'
import { monthlyOf } from '../src/analysis/forecast/monthly.ts'
import { naive } from '../src/analysis/forecast/naive.ts'
import { type Present, presentOf } from '../src/analysis/forecast/present.ts'
import { rangesOf } from '../src/analysis/forecast/ranges.ts'
import { simulate } from '../src/analysis/forecast/simulate.ts'
import { councilOf, worlds } from '../src/analysis/forecast/worlds.ts'

/** So many children in care, the same ones again and again where there are fewer. */
function so(present: Present, children: number): Present {
  const row = (i: number): number => i % present.start.length
  const take = <T extends Int32Array | Uint8Array>(column: T): T =>
    (column.constructor as unknown as { from: (a: object, f: (v: unknown, i: number) => number) => T }).from(
      { length: children },
      (_, i) => column[row(i)] ?? 0,
    )
  return {
    day: present.day,
    start: take(present.start),
    eighteenth: take(present.eighteenth),
    stream: take(present.stream),
    group: take(present.group),
  }
}

/** Futures of a made-up council: 2,000 runs, 36 months, 600 children, on all processors and on one; then half of each in turn. */
export async function forecast(say: (line: string) => void): Promise<void> {
  const world = worlds[1]
  if (!world) return
  const { truth, origin } = councilOf(world, 5)
  const history = knownBy(truth, origin)
  const fitted = fitHistory(history)
  if (fitted.kind !== 'fitted') return
  const timed = async (children: number, runs: number, months: number, workers?: number): Promise<number> => {
    // As many newcomers for each child in care, so that work grows with children.
    const now = presentOf(history).start.length
    const share = { ...fitted, entries: fitted.entries.map(e => ({ ...e, perDay: (e.perDay * children) / now })) }
    const start = performance.now()
    await simulate(share, so(presentOf(history), children), { months, runs, seed: 1 }, workers)
    return (performance.now() - start) / 1000
  }
  await timed(600, 200, 36, 1)
  const whole = await timed(600, 2000, 36)
  const one = await timed(600, 2000, 36, 1)
  say('A forecast: 2,000 futures, 36 months, 600 children')
  say(`  ${whole.toFixed(2)} s on all processors, ${one.toFixed(2)} s on one`)
  const half = (seconds: number): string => `${((one / seconds) * 1).toFixed(2)}`
  say(
    `  twice the children takes ${half(await timed(300, 2000, 36, 1))} times as long, twice the months ${half(await timed(600, 2000, 18, 1))}, twice the runs ${half(await timed(600, 1000, 36, 1))}`,
  )
  const start = performance.now()
  naive(history, 36)
  const noChange = (performance.now() - start) / 1000
  const fitting = performance.now()
  fitHistory(history)
  const fit = (performance.now() - fitting) / 1000
  const futures = await simulate(fitted, presentOf(history), { months: 36, runs: 2000, seed: 1 })
  const summing = performance.now()
  rangesOf(futures, { of: 'in care' })
  say(
    `  fit ${fit.toFixed(3)} s; ranges of a series ${((performance.now() - summing) / 1000).toFixed(3)} s; naive ${noChange.toFixed(3)} s, a ${Math.round(whole / noChange)}th of the futures`,
  )
  const bytes = [futures.inCare, futures.starts, futures.leavers, futures.careDays].reduce(
    (n, t) => n + t.byteLength,
    0,
  )
  say(
    `  tables ${Math.round(bytes / 2 ** 20)} MiB, process ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB, ${monthlyOf(history).total.length - 1} months of history\n`,
  )
}

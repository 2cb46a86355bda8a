import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Fitted } from './fitted.ts'
import type { Futures } from './futures.ts'
import { type Asked, emptyFutures, type Plan, planOf, workOf } from './plan.ts'
import type { Present } from './present.ts'
import { simulateRuns } from './run.ts'

/** Child-months under which a thread costs more than it saves. */
const WORTH_A_THREAD = 3_000_000
/** Child-months after which others get their turn where there is only one thread. */
const TURN = 1_000_000

/** The part of tables that some runs fill. */
const partOf = (all: Futures, first: number, count: number): Futures => {
  const cut = <T extends Int32Array | Float64Array>(table: T): T => {
    const per = table.length / all.runs
    return table.subarray(first * per, (first + count) * per) as T
  }
  return {
    ...all,
    runs: count,
    inCare: cut(all.inCare),
    starts: cut(all.starts),
    leavers: cut(all.leavers),
    careDays: cut(all.careDays),
    cost: all.cost && cut(all.cost),
    ...(all.byAge ? { byAge: cut(all.byAge) } : {}),
  }
}

/** What a worker is given. The tables are shared memory. */
export type Share = { readonly plan: Plan; readonly first: number; readonly count: number; readonly into: Futures }

/** The worker stands beside this file, as TypeScript or, when built, as JavaScript. */
const worker = new URL(`./simulate-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

const inThread = (share: Share): Promise<void> =>
  new Promise((done, failed) => {
    const thread = new Worker(worker, { workerData: share })
    thread.once('error', failed)
    thread.once('exit', code =>
      code === 0 ? done() : failed(new Error(`a thread of the forecast ended with ${code}`)),
    )
  })

/**
 * Futures of everyone in care and everyone who may come. The same fit, present and seed give the same futures to the last child,
 * whatever the number of `workers` (threads; by default one a processor, none where the work is small).
 */
export async function simulate(
  fitted: Fitted,
  present: Present,
  asked: Asked,
  workers = availableParallelism(),
): Promise<Futures> {
  const plan = planOf(fitted, present, asked)
  const into = emptyFutures(plan, asked.runs)
  const work = workOf(plan, asked.runs)
  const threads = work < WORTH_A_THREAD ? 1 : Math.max(1, Math.min(workers, asked.runs))
  if (threads > 1) {
    const firstOf = (thread: number): number => Math.floor((thread * asked.runs) / threads)
    await Promise.all(
      Array.from({ length: threads }, (_, thread) => {
        const [first, end] = [firstOf(thread), firstOf(thread + 1)]
        return inThread({ plan, first, count: end - first, into: partOf(into, first, end - first) })
      }),
    )
    return into
  }
  const step = Math.max(1, Math.floor((asked.runs * TURN) / Math.max(work, 1)))
  for (let first = 0; first < asked.runs; first += step) {
    const count = Math.min(step, asked.runs - first)
    simulateRuns(plan, first, count, partOf(into, first, count))
    if (first + count < asked.runs) await setImmediate()
  }
  return into
}

/** The same in one go, for many small simulations one after the other. */
export function simulateNow(fitted: Fitted, present: Present, asked: Asked): Futures {
  const plan = planOf(fitted, present, asked)
  const into = emptyFutures(plan, asked.runs)
  simulateRuns(plan, 0, asked.runs, into)
  return into
}

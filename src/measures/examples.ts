import { basename } from 'node:path'
import { type Example, examplesFile, readExamples } from '../definitions/examples.ts'
import type { MeasureDefinition } from '../definitions/measure.ts'
import { Engine } from '../engine/engine.ts'
import { UserError } from '../kit/error.ts'
import { latestPeriod, type Period, periodEnding } from '../kit/period.ts'
import { buildModel, emptyTables, readSettings } from '../model/model.ts'
import { checkExample, loadExamples } from './example-data.ts'
import { members } from './people.ts'
import type { Point } from './point.ts'
import { isQueried } from './query.ts'
import { series } from './series.ts'
import { openSession, type Session } from './session.ts'

/** What came of one worked example: nothing wrong, or sentences that say what differed. */
export type ExampleResult = {
  readonly measure: string
  readonly file: string
  readonly title: string
  readonly wrong: readonly string[]
}

type Case = {
  readonly measure: MeasureDefinition
  readonly example: Example
  readonly authority: string
  readonly file: string
  readonly period: Period
}

const periodOf = (measure: MeasureDefinition, example: Example): Period => {
  const window = example.window ?? measure.windows[0] ?? 'month'
  return window === 'between' ? periodEnding('month', example.at) : latestPeriod(window, example.at)
}

/**
 * Runs the worked examples of measures. Every example is an authority of its own in one model, built once, so that
 * hundreds run in seconds. `all` are the definitions that ratios and gaps may name.
 */
export async function runExamples(
  all: ReadonlyMap<string, MeasureDefinition>,
  chosen: readonly MeasureDefinition[] = [...all.values()],
): Promise<readonly ExampleResult[]> {
  const failures: ExampleResult[] = []
  const failed = (measure: MeasureDefinition, title: string, error: unknown): void => {
    failures.push({ measure: measure.id, file: measure.file, title, wrong: [sayFault(error)] })
  }
  const cases: Case[] = chosen
    .flatMap(measure => {
      try {
        return readExamples(examplesFile(measure.file)).examples.map(example => ({ measure, example }))
      } catch (error) {
        failed(measure, 'its examples cannot be read', error)
        return []
      }
    })
    .map((one, i) => ({
      ...one,
      file: examplesFile(one.measure.file),
      authority: `E99${String(i).padStart(6, '0')}`,
      period: periodOf(one.measure, one.example),
    }))
  const engine = await Engine.open()
  try {
    for (const statement of emptyTables()) await engine.run(statement)
    const loaded: Case[] = cases.filter(one => {
      try {
        checkExample(one)
        return true
      } catch (error) {
        failed(one.measure, one.example.title, error)
        return false
      }
    })
    await loadExamples(engine, loaded)
    await buildModel(engine, readSettings())
    const session = await openSession(engine, all)
    const results: ExampleResult[] = []
    for (const batch of Map.groupBy(loaded, ({ measure, period }) => `${measure.id} ${period.window}`).values()) {
      try {
        results.push(...(await check(session, batch)))
      } catch (error) {
        const [first] = batch
        if (first) failed(first.measure, 'the measure does not run', error)
      }
    }
    return [...failures, ...results]
  } finally {
    engine.close()
  }
}

function sayFault(error: unknown): string {
  if (!(error instanceof UserError)) return error instanceof Error ? error.message : String(error)
  const { file, line } = error.where
  return `${file ? `${basename(file)}:${line ?? 1}: ` : ''}${error.message} ${error.fix}`
}

async function check(session: Session, batch: readonly Case[]): Promise<readonly ExampleResult[]> {
  const [first] = batch
  if (!first) return []
  const { measure } = first
  const periods = [...new Map(batch.map(({ period }) => [period.end, period])).values()].sort((a, b) =>
    a.end < b.end ? -1 : 1,
  )
  const cuts = [...new Set(batch.flatMap(({ example }) => Object.keys(example.expect.slices ?? {})))].map(name =>
    name.split(','),
  )
  // Each example is a council of its own: those of other measures need no standing.
  const authorities = batch.map(({ authority }) => authority)
  const points = await series({ ...session, authorities }, { measure, periods, slices: cuts })
  const rows = isQueried(measure) ? await members(session, measure, periods) : []
  return batch.map(one => {
    const own = points.filter(point => point.authority === one.authority && point.period_end === one.period.end)
    const inside = rows.filter(row => row.authority === one.authority && row.period_end === one.period.end)
    return {
      measure: measure.id,
      file: examplesFile(measure.file),
      title: one.example.title,
      wrong: differences(one.example, own, inside),
    }
  })
}

/** Named by child; where the subject is not a child, by subject. */
type Member = { readonly subject: string; readonly local_id: string | null; readonly counted: boolean | null }

function differences({ expect }: Example, points: readonly Point[], rows: readonly Member[]): readonly string[] {
  const whole = points.find(({ slice }) => slice === null)
  const found: Readonly<Record<string, unknown>> = {
    numerator: whole?.numerator,
    denominator: whole?.denominator,
    unknown_count: whole?.unknown,
    value: whole?.value,
    state: whole?.state,
  }
  const figures = Object.entries(found).flatMap(([name, is]) => {
    const wanted = expect[name as keyof typeof expect] as unknown
    if (wanted === undefined || same(wanted, is)) return []
    return [
      `${name}: expected ${String(wanted)}, found ${String(is)}${name === 'state' && whole?.reason ? ` (${whole.reason})` : ''}`,
    ]
  })
  const ids = (keep: (counted: boolean | null) => boolean): readonly string[] =>
    [
      ...new Set(
        rows.filter(({ counted }) => keep(counted)).map(({ subject, local_id }) => local_id ?? subject.toUpperCase()),
      ),
    ].sort()
  const lists = (
    [
      ['counted', (counted: boolean | null) => counted === true],
      ['not counted', (counted: boolean | null) => counted === false],
      ['unknown', (counted: boolean | null) => counted === null],
    ] as const
  ).flatMap(([name, keep]) => {
    const wanted = expect[name]?.map(id => id.toUpperCase()).sort()
    const is = ids(keep)
    return wanted === undefined || wanted.join() === is.join()
      ? []
      : [`${name}: expected [${wanted.join(', ')}], found [${is.join(', ')}]`]
  })
  const inside = ids(() => true)
  const out = (expect.out ?? [])
    .filter(id => inside.includes(id.toUpperCase()))
    .map(id => `${id} should be left out of the population`)
  const slices = Object.entries(expect.slices ?? {}).flatMap(([name, wanted]) =>
    Object.entries(wanted).flatMap(([code, n]) => {
      const names = name.split(',')
      const is =
        points.find(({ slice }) => slice !== null && names.every((part, i) => slice[part] === code.split(',')[i]))
          ?.numerator ?? 0
      return is === n ? [] : [`slice ${name}=${code}: expected ${n}, found ${is}`]
    }),
  )
  return [...figures, ...lists, ...out, ...slices]
}

const same = (wanted: unknown, is: unknown): boolean =>
  typeof wanted === 'number' && typeof is === 'number'
    ? Math.abs(wanted - is) < 5e-4
    : (wanted ?? null) === (is ?? null)

import { readTable } from '../definitions/examples.ts'
import { type MeasureDefinition, readMeasure } from '../definitions/measure.ts'
import { Engine } from '../engine/engine.ts'
import { type Day, day } from '../kit/day.ts'
import { type Period, periodEnding, type Window } from '../kit/period.ts'
import { buildModel, emptyTables, readSettings } from '../model/model.ts'
import { loadExamples } from './example-data.ts'
import { openSession, type Session } from './session.ts'

/** A measure from its header's own lines and its query; the rest of the header is filled in. */
export function measureOf(id: string, header: Readonly<Record<string, string>>, sql: string): MeasureDefinition {
  const base: Record<string, string> = {
    title: 'A measure',
    asks: 'A question?',
    catalogue: 'TST-01',
    kind: 'proportion',
    at: 'period end',
    windows: '[month]',
    population: 'everyone',
    counted: 'some',
    good: 'low',
    revisions: '[{on: 2026-04-01, what: First version}]',
  }
  const derived = header.kind === 'ratio' || header.kind === 'gap'
  const lines = Object.entries({ ...base, ...header }).filter(
    ([key]) => !derived || (key !== 'population' && key !== 'counted'),
  )
  return readMeasure(
    `/measures/tests/${id}.sql`,
    `/* measure\n${lines.map(([key, value]) => `${key}: ${value}\n`).join('')}*/\n${sql}`,
  )
}

export type Tables = Readonly<Record<string, string>>

/** A session over councils given as tables like those of worked examples; each is an authority, with returns held to `to`. */
export async function councils(
  measures: readonly MeasureDefinition[],
  tables: Readonly<Record<string, Tables>>,
  held: { readonly from: Day; readonly to: Day } = { from: day('2015-04-01'), to: day('2026-03-31') },
): Promise<Session> {
  const engine = await Engine.open({ threads: 1 })
  for (const statement of emptyTables()) await engine.run(statement)
  await loadExamples(
    engine,
    Object.entries(tables).map(([authority, given]) => ({
      authority,
      file: 'test',
      example: {
        title: authority,
        line: 1,
        shows: 'other' as const,
        at: held.to,
        window: null,
        held,
        tables: Object.fromEntries(Object.entries(given).map(([name, text]) => [name, readTable(text)])),
        expect: {},
      },
    })),
  )
  await buildModel(engine, readSettings())
  return openSession(engine, new Map(measures.map(measure => [measure.id, measure])))
}

export const at = (end: string, window: Exclude<Window, 'between'> = 'month'): Period => periodEnding(window, day(end))

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { makeSourceAt, sourceRanks } from './facts.ts'
import { fileShapes } from './file-shape.ts'
import { type ModelSettings, settingMacros } from './settings.ts'

const folder = new URL('./sql/', import.meta.url)
const files = readdirSync(fileURLToPath(folder))
  .filter(name => name.endsWith('.sql'))
  .sort()
const text = new Map(files.map(name => [name, readFileSync(new URL(name, folder), 'utf8')]))
const IN_CARE_AT = '90-in-care-at.sql'
const named = (name: string): string => text.get(name) ?? ''

/** The SQL of the whole model, file by file: what its mark is made from. */
export const modelText = (): string => files.map(named).join('\n')

/** The tables that `buildModel` makes: what a data version keeps. Views over them are made again on opening. */
export const modelTables: readonly string[] = files.flatMap(name =>
  [...(text.get(name) ?? '').matchAll(/^create or replace table (\w+)/gm)].map(([, table]) => String(table)),
)

/** Makes the macros: the rules written once, and the code groups of the settings. */
export async function makeMacros(engine: Engine, settings: ModelSettings): Promise<void> {
  for (const statement of settingMacros(settings)) await engine.run(statement)
  await engine.run(named('00-macros.sql'))
}

/** Builds every canonical table from `returned.*` and `reference.*`, which must be there (empty where nothing came). */
export async function buildModel(engine: Engine, settings: ModelSettings): Promise<void> {
  await makeMacros(engine, settings)
  await sourceRanks(engine)
  await engine.run(extractChildren())
  for (const name of files) {
    if (name !== IN_CARE_AT && name !== '00-macros.sql') await engine.run(named(name))
  }
}

/** Makes the views over canonical tables that are already there (a data version opened again). */
export async function makeViews(engine: Engine): Promise<void> {
  await sourceRanks(engine)
  for (const name of FLOWS) await engine.run(named(name))
}
const FLOWS = files.filter(name => /^create or replace view/m.test(named(name)))

const askDays = (engine: Engine, days: readonly Day[]): Promise<void> =>
  engine.run(
    `create or replace temp table care_day as select unnest([${days.map(literal).join(', ')}]::date[]) as period_end`,
  )

/** Makes the table `in_care_at` for these days, whatever days they are; `name` where it is to be called otherwise. */
export async function makeInCareAt(engine: Engine, days: readonly Day[], name = 'in_care_at'): Promise<void> {
  await askDays(engine, days)
  await engine.run(`create or replace temp table ${name} as ${named(IN_CARE_AT)}`)
}

/** Writes `in_care_at` for these days straight to a Parquet file: ten times quicker than through a table at the size of England. */
export async function writeInCareAt(engine: Engine, days: readonly Day[], file: string): Promise<void> {
  await askDays(engine, days)
  await engine.run(`copy (${named(IN_CARE_AT)}) to ${literal(file)} (format parquet, compression lz4_raw)`)
}

/** The view `extract_child(authority, child)`: every child that an extract names. */
const extractChildren = (): string =>
  `create or replace view extract_child as ${fileShapes()
    .flatMap(shape =>
      shape.schema === 'extract'
        ? Object.entries(shape.columns).flatMap(([name, { kind }]) =>
            kind === 'child' ? [`select authority, "${name}" as child from extract.${shape.table}`] : [],
          )
        : [],
    )
    .join(' union ')}`

/** Makes `period(period_start, period_end)`: the periods a measure is written over; and with it `source_at`. */
export async function makePeriods(engine: Engine, periods: readonly Period[]): Promise<void> {
  const rows = periods.map(({ start, end }) => `(date ${literal(start)}, date ${literal(end)})`).join(', ')
  await engine.run(
    `create or replace temp table period as select * from (values ${rows}) as t(period_start, period_end)`,
  )
  await makeSourceAt(engine)
}

export * from './returned.ts'
export { type ModelSettings, readSettings } from './settings.ts'

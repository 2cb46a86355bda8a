import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { addDays, type Day, day, monthEnd } from '../kit/day.ts'
import { facts } from './facts.ts'
import { modelTables, modelText, writeInCareAt } from './model.ts'
import type { ModelSettings } from './settings.ts'

/** The file beside a model's tables that holds `in_care_at` for every month end held. */
export const IN_CARE_FILE = 'in_care_at.parquet'
const MADE_BY = 'model.json'

/** What a model was built by: its SQL and the settings. Two models of one mark and the same rows are the same. */
export const modelMark = (settings: ModelSettings): string =>
  createHash('sha256').update(modelText()).update(JSON.stringify(settings)).digest('hex').slice(0, 16)

/** The mark of the model in a folder; null where there is none, or one from before models had marks. */
export function markIn(folder: string): string | null {
  const file = join(folder, MADE_BY)
  if (!existsSync(file)) return null
  return String((JSON.parse(readFileSync(file, 'utf8')) as { readonly mark?: string }).mark)
}

/** Writes the model that an engine has built into a folder: a Parquet file a table, month ends in care, and its mark. */
export async function writeModel(engine: Engine, folder: string, settings: ModelSettings): Promise<void> {
  mkdirSync(join(folder, 'model'), { recursive: true })
  const path = (name: string): string => literal(join(folder, 'model', name).replaceAll('\\', '/'))
  for (const table of modelTables)
    await engine.run(`copy ${table} to ${path(`${table}.parquet`)} (format parquet, compression zstd)`)
  await writeInCareAt(engine, await monthEnds(engine), join(folder, IN_CARE_FILE).replaceAll('\\', '/'))
  writeFileSync(join(folder, MADE_BY), `${JSON.stringify({ mark: modelMark(settings) })}\n`)
}

/** Every month end from the first to the last of which it is known who is in care; the last day held where there is none. */
async function monthEnds(engine: Engine): Promise<readonly Day[]> {
  const held = await engine.row(
    `select min(first_day) as first, max(last_day) as last from reference.return_held where source in (${(facts.in_care_at ?? []).map(literal).join(', ')})`,
  )
  if (!held?.first || !held.last) return [day('2000-01-31')]
  const ends: Day[] = []
  for (let end = monthEnd(held.first as Day); end <= (held.last as Day); end = monthEnd(addDays(end, 1))) ends.push(end)
  return ends.length ? ends : [held.last as Day]
}

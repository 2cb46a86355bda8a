import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { addMonths, type Day, monthEnd } from '../kit/day.ts'
import { makeInCareAt } from '../model/model.ts'
import { type Holding, tellsOfCare } from './holding.ts'

/** The month ends for which a data version keeps `in_care_at` ready; none for a model just built. */
async function storedMonths(engine: Engine): Promise<ReadonlySet<string>> {
  const there = await engine.row(
    `select 1 as found from information_schema.tables where table_name = 'in_care_at_month'`,
  )
  return new Set(
    there
      ? (await engine.rows('select distinct period_end from in_care_at_month')).map(({ period_end }) =>
          String(period_end),
        )
      : [],
  )
}

/** The first and last day that any source of who is in care speaks for; nobody is known to be in care outside them. */
type Span = { readonly first: Day; readonly last: Day } | null
function spanOf(all: readonly Holding[]): Span {
  const holdings = all.filter(tellsOfCare)
  const first = holdings.map(holding => holding.first).sort()[0]
  const last = holdings
    .map(holding => holding.last)
    .sort()
    .at(-1)
  return first && last ? { first, last } : null
}

/** Makes the view `in_care_at` for these days. */
export type Provide = (days: readonly Day[]) => Promise<void>

/** How many days worked out for a session are kept at once. */
const KEPT_DAYS = 240

/** Up to so many councils the ends of all months are worked out together: each time takes long to plan, and few rows more are soon made. */
const FEW_COUNCILS = 3

/** The ends of months of a span before those kept, the latest so many. */
function monthsBefore({ first }: NonNullable<Span>, stored: ReadonlySet<string>): readonly Day[] {
  const days: Day[] = []
  const [kept] = [...stored].sort()
  if (kept === undefined) return days
  for (
    let d = monthEnd(addMonths(kept as Day, -1));
    d >= first && days.length < KEPT_DAYS / 2;
    d = monthEnd(addMonths(d, -1))
  )
    days.push(d)
  return days
}

/** Gives `in_care_at` from the month ends that the version keeps, from days worked out before, and else works them out. */
export async function inCareProvider(engine: Engine, holdings: readonly Holding[]): Promise<Provide> {
  const stored = await storedMonths(engine)
  const held = spanOf(holdings)
  // Where month ends are kept, a day that no return speaks for has no figure and need not be worked out.
  const spoken = (d: Day): boolean => stored.size === 0 || held === null || (d >= held.first && d <= held.last)
  const kept = new Set<Day>()
  const few = new Set(holdings.map(({ authority }) => authority)).size <= FEW_COUNCILS
  const likely = few && held ? monthsBefore(held, stored) : []
  return async asked => {
    const days = asked.filter(d => !stored.has(d) && spoken(d))
    const missing = days.filter(d => !kept.has(d))
    await engine.run('drop view if exists temp.in_care_at')
    if (stored.size === 0 && kept.size === 0 && missing.length === 0)
      await makeInCareAt(engine, asked, 'in_care_at_kept')
    else if (kept.size === 0 || kept.size + missing.length > KEPT_DAYS) {
      kept.clear()
      const made = days.some(d => likely.includes(d)) ? [...new Set([...days, ...likely])] : days
      if (made.length) await makeInCareAt(engine, made, 'in_care_at_kept')
      for (const d of made) kept.add(d)
    } else if (missing.length) {
      await makeInCareAt(engine, missing, 'in_care_at_asked')
      await engine.run('insert into in_care_at_kept by name from in_care_at_asked')
      for (const d of missing) kept.add(d)
    }
    const part = (relation: string, wanted: readonly Day[], all: number): string =>
      `select * from ${relation}${wanted.length === all ? '' : ` where ${wanted.length ? `period_end in (${wanted.map(d => `date ${literal(d)}`).join(', ')})` : 'false'}`}`
    const parts = [
      ...(stored.size
        ? [
            part(
              'in_care_at_month',
              asked.filter(d => stored.has(d)),
              stored.size,
            ),
          ]
        : []),
      ...(days.length || stored.size === 0 ? [part('in_care_at_kept', days, kept.size)] : []),
    ]
    await engine.run(`create temp view in_care_at as ${parts.join(' union all by name ')}`)
  }
}

import type { Engine } from '../engine/engine.ts'
import type { Day } from '../kit/day.ts'
import { queryOf } from './query.ts'

/** A line of the budget as last pictured, in pounds for the full financial year (FIN-01, FIN-02). */
export type BudgetLine = {
  readonly line: string
  readonly kind: string
  readonly asAt: Day
  readonly yearEnding: number
  readonly budget: number | null
  /** What finance expects for the year; never one series with the budget. */
  readonly projected: number | null
  readonly actual: number | null
}

/** What an event avoided, or what moves saved, this financial year (FIN-07, FIN-08), in pounds. */
export type Saving = {
  readonly kind: 'avoided' | 'move'
  readonly what: string
  readonly children: number
  /** Events without a rate: in no sum. */
  readonly notPriced: number
  /** Added over all children, a week. */
  readonly weekly: number | null
  /** To the planned end or the end of the year for a cost avoided; 52 weeks for a move. */
  readonly fullYear: number | null
  /** Where the rate comes from, as the rate card says; null for moves, which have the prices of the two placements. */
  readonly rateSource: string | null
}

const amount = (cell: unknown): number | null => (cell === null || cell === undefined ? null : Number(cell))

export async function budgetLines(engine: Engine, authority: string, until: Day): Promise<readonly BudgetLine[]> {
  const rows = await engine.rows(queryOf('budget', { authority, until }))
  return rows.map(row => ({
    line: String(row.budget_line),
    kind: String(row.line_type),
    asAt: row.as_at as Day,
    yearEnding: Number(row.year_ending),
    budget: amount(row.net_budget),
    projected: amount(row.projected),
    actual: amount(row.actual),
  }))
}

export async function savings(engine: Engine, authority: string, until: Day): Promise<readonly Saving[]> {
  const rows = await engine.rows(queryOf('avoided', { authority, until }))
  return rows.map(row => ({
    kind: row.kind as Saving['kind'],
    what: String(row.what),
    children: Number(row.children),
    notPriced: Number(row.not_priced),
    weekly: amount(row.weekly),
    fullYear: amount(row.full_year),
    rateSource: row.rate_source === null ? null : String(row.rate_source),
  }))
}

/** Pounds that placements have cost since 1 April, `until` included; null where none has a price. On 31 March the year that ends. */
export async function spentSoFar(engine: Engine, authority: string, until: Day): Promise<number | null> {
  const row = await engine.row(queryOf('spent', { authority, until }))
  return row ? amount(row.pounds) : null
}

/** What is budgeted for placements, and what finance expects: the line `placements`, else all that begin so, added up. */
export function placementBudget(lines: readonly BudgetLine[]): {
  readonly budget: number | null
  readonly projected: number | null
} {
  const whole = lines.filter(({ line }) => line === 'placements')
  const parts = whole.length > 0 ? whole : lines.filter(({ line }) => line.startsWith('placements_'))
  const sum = (of: 'budget' | 'projected'): number | null =>
    parts.length === 0 || parts.some(line => line[of] === null)
      ? null
      : parts.reduce((total, line) => total + (line[of] ?? 0), 0)
  return { budget: sum('budget'), projected: sum('projected') }
}

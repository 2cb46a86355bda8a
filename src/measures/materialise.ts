import type { QueriedMeasure } from '../definitions/measure.ts'
import { identifier, literal } from '../engine/sql.ts'
import type { Period } from '../kit/period.ts'
import { refuseTwice } from './proven.ts'
import { type AgeBands, aggregateSql, levelOf, type ReadQuery } from './query.ts'
import type { Session } from './session.ts'

export type MaterialiseOptions = {
  readonly measure: QueriedMeasure
  readonly periods: readonly Period[]
  /** Each entry is one slice or two together; the whole is always there. Absent: every slice of the measure, one at a time. */
  readonly slices?: readonly (readonly string[])[]
  readonly bands?: AgeBands
}

/**
 * Counts of a measure by authority, period and each slice: authority, period_end, slice ('' for the whole; 'age_band,sex'
 * for two), code, members, counted, unknown, amount. Cells with no one in them are not there.
 */
export function materialiseSql(query: ReadQuery, sets: readonly (readonly string[])[], bands?: AgeBands): string {
  const all = [[], ...sets]
  const names = [...new Set(sets.flat())]
  const pick = (of: (set: readonly string[]) => string): string =>
    `case level ${all.map(set => `when ${levelOf(names, set)} then ${of(set)}`).join(' ')} end`
  const code = (set: readonly string[]): string =>
    set.length === 0 ? "''" : set.map(name => `${identifier(name)}::varchar`).join(" || ',' || ")
  // The names are put on after counting, so that no text is made per child.
  return `select authority, period_end, ${pick(set => literal(set.join(',')))} as slice, ${pick(code)} as code,
    members, hits as counted, unknown, amount from (${aggregateSql(query, all, { bands })})`
}

/** Writes a measure's counts straight to a Parquet file. */
export async function materialise(session: Session, options: MaterialiseOptions, file: string): Promise<void> {
  const { measure, periods, bands } = options
  const query = await session.query(measure)
  const sets = options.slices ?? query.slices.map(name => [name])
  await session.during(periods, async () => {
    await refuseTwice(session.engine, session.proven, query, periods)
    await session.engine.run(
      `copy (${materialiseSql(query, sets, bands)}) to ${literal(file)} (format parquet, compression zstd)`,
    )
  })
}

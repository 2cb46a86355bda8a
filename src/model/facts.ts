import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Engine } from '../engine/engine.ts'
import { values } from '../engine/sql.ts'
import { fileShapes } from './file-shape.ts'
import { returnNames } from './returned.ts'

/**
 * What feeds each relation of the model, the preferred source first: a table of the return by its own name, or the stem of an
 * extract. Content: `returns/facts.yaml`.
 */
export const facts: Readonly<Record<string, readonly string[]>> = z
  .record(z.string(), z.array(z.string()).min(1))
  .parse(parse(readFileSync(new URL('../../returns/facts.yaml', import.meta.url), 'utf8')))

/** The table `source_rank(relation, source, rank)`: the order of the sources, for `source_at`. */
export const sourceRanks = (engine: Engine): Promise<void> =>
  engine.run(
    `create or replace table source_rank as select * from (values ${values(
      Object.entries(facts).flatMap(([relation, sources]) => sources.map((source, rank) => [relation, source, rank])),
    )}) t(relation, source, rank)`,
  )

/** Makes `source_at(period_end, authority, relation, source)`: the source that is used for each relation at the end of each period. */
export const makeSourceAt = (engine: Engine): Promise<void> =>
  engine.run(
    `create or replace temp table source_at as
     select p.period_end, h.authority, r.relation, arg_min(h.source, r.rank) as source
     from (select distinct period_end from period) p
     join reference.return_held h on h.first_day <= p.period_end and h.last_day >= p.period_end
     join source_rank r on r.source = h.source
     group by p.period_end, h.authority, r.relation`,
  )

/** A source as people know it. */
export function saySource(source: string): string {
  if (Object.values(returnNames).some(name => name === source)) return `the ${source} table of the return`
  const shape = fileShapes.find(({ stem }) => stem === source)
  if (shape?.family === 'annex-a') return `Annex A ${source.replace('annex_a_', '').replaceAll('_', ' ')}`
  return `${source}.csv`
}

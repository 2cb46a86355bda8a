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

/** Sources that tell something only together with others (local-extracts.md section 2, `+`). */
export const companions: Readonly<Record<string, readonly string[]>> = {
  ssd_cla_episodes: ['ssd_person', 'ssd_cla_placement', 'ssd_legal_status'],
  ssd_cin_assessments: ['ssd_assessment_factors'],
}

const returned: ReadonlySet<string> = new Set(Object.values(returnNames))
/** Whether a source is a table of the return: what follows it in a fact's order goes on from its last day. */
export const isReturned = (source: string): boolean => returned.has(source)

/** The table `source_rank(relation, source, rank)`: the order of the sources, for `source_at`. */
export const sourceRanks = (engine: Engine): Promise<void> =>
  engine.run(
    `create or replace table source_rank as select * from (values ${values(
      Object.entries(facts).flatMap(([relation, sources]) => sources.map((source, rank) => [relation, source, rank])),
    )}) t(relation, source, rank)`,
  )

/**
 * Makes the view `source_at(period_end, authority, relation, source)` over `period`: the source that is used for each relation at the end of each period,
 * the first in the relation's order that speaks for the day, with those it needs. A source behind a table of the return speaks only
 * for days after the last that the return reaches. A view, since few measures read it and periods change often.
 */
export async function makeSourceAt(engine: Engine): Promise<void> {
  const pairs = Object.entries(companions).flatMap(([source, needed]) => needed.map(one => [source, one] as const))
  await engine.run(
    `create temp view if not exists source_at as
     with speaks as materialized (
       select distinct p.period_end, h.authority, h.source
       from (select distinct period_end from period) p
       join reference.return_held h on h.first_day <= p.period_end and h.last_day >= p.period_end
     ),
     lacking as (
       select s.period_end, s.authority, s.source
       from speaks s
       join (values ${values(pairs)}) c(source, needed) on c.source = s.source
       left join speaks o on o.period_end = s.period_end and o.authority = s.authority and o.source = c.needed
       where o.source is null
     ),
     behind as (
       select r.relation, r.rank, t.authority, max(t.last_day) as last_day
       from source_rank r
       join source_rank b on b.relation = r.relation and b.rank < r.rank
       join returned_reach t on t.source = b.source
       group by all
     )
     select s.period_end, s.authority, r.relation, arg_min(s.source, r.rank) as source
     from speaks s
     join source_rank r on r.source = s.source
     left join behind b on b.relation = r.relation and b.rank = r.rank and b.authority = s.authority
     where (s.period_end, s.authority, s.source) not in (select period_end, authority, source from lacking)
       and (b.last_day is null or b.last_day < s.period_end)
     group by s.period_end, s.authority, r.relation`,
  )
}

/** A source as people know it. */
export function saySource(source: string): string {
  if (isReturned(source)) return `the ${source} table of the return`
  const shape = fileShapes().find(({ stem }) => stem === source)
  if (shape?.family === 'annex-a') return `Annex A ${source.replace('annex_a_', '').replaceAll('_', ' ')}`
  return `${source}.csv`
}

import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { uascFromTable } from './example-rows.ts'
import type { Present } from './not-run.ts'
import { fillProviders } from './provider-list.ts'

/**
 * Works out what a return may leave to others: the area and distance of placements, who is an unaccompanied asylum-seeking child, and
 * the list of providers. Says which of them there are. `own` is the council whose area a placement is in or out of.
 */
export async function workOut(engine: Engine, own: string | null): Promise<Pick<Present, 'providers' | 'postcodes'>> {
  const fromPostcodes = (await engine.row('select 1 from reference.postcode limit 1')) !== null
  const postcodes = fromPostcodes || (await carriesAreas(engine))
  if (postcodes)
    for (const suffix of ['', '_last'] as const)
      await engine.run(fromPostcodes ? placesFromPostcodes(suffix, own) : inOrOut(suffix, own))
  for (const suffix of ['', '_last'])
    if ((await engine.row(`select 1 from header${suffix} where uasc is not null limit 1`)) === null)
      await engine.run(uascFromTable(suffix))
  return { providers: await fillProviders(engine), postcodes }
}

/** Area and distance of each placement from postcodes, where the return does not carry them (ssda903.md 3.8: miles, one decimal). */
export const placesFromPostcodes = (suffix: '' | '_last', authority: string | null): string => `
  create or replace temp table place_of as
  with asked as (select plain_postcode(home_post) as postcode from episodes${suffix} union select plain_postcode(pl_post) from episodes${suffix})
  select a.postcode, coalesce(f.easting, s.easting) as easting, coalesce(f.northing, s.northing) as northing, coalesce(f.la_code, s.la_code) as la
  from asked a
  left join reference.postcode f on f.postcode = a.postcode
  left join reference.postcode s on s.postcode = left(a.postcode, length(a.postcode) - 2)
  where a.postcode is not null;
  update episodes${suffix} e set
    pl_la = coalesce(pl_la, (select la from place_of p where p.postcode = plain_postcode(e.pl_post))),
    pl_distance = coalesce(pl_distance, (select round(sqrt(pow(h.easting - p.easting, 2) + pow(h.northing - p.northing, 2)) / 1000 / 1.6093, 1)
      from place_of h, place_of p where h.postcode = plain_postcode(e.home_post) and p.postcode = plain_postcode(e.pl_post)));
  ${inOrOut(suffix, authority)}`

/** Whether each placement is in the council's area, where the return does not say. */
const inOrOut = (suffix: '' | '_last', authority: string | null): string =>
  `update episodes${suffix} set pl_location = case when pl_la = upper(${literal(authority)}) then 'IN' else 'OUT' end
   where pl_location is null and pl_la is not null ${authority === null ? 'and false' : ''}`

/** Returns of older years carry the areas themselves (ssda903.md 3.8): last year's must too, or the two cannot be held against each other. */
const carriesAreas = async (engine: Engine): Promise<boolean> =>
  (await engine.row(
    `select 1 where (select bool_or(pl_la is not null) from episodes)
       and (select coalesce(bool_or(pl_la is not null), true) from episodes_last)`,
  )) !== null

import type { Engine, Row } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { keeping } from '../kit/kept.ts'
import type { Session } from './session.ts'

type Area = { readonly name: string; readonly region: string | null }

/** What a data version holds to compare with. It never changes, and every row of a scorecard asks: each table is read once. */
export type Library = {
  /** Every area of areas.csv by its code: name, and the region it is in. */
  readonly areas: ReadonlyMap<string, Area>
  /** `model, sn_area_code` by the authority whose neighbours they are: models in their order, and of each the neighbours in theirs. */
  readonly neighbours: ReadonlyMap<string, readonly Row[]>
  /** The council's own groups: `title, area_code`, and the days `first` to `until`, that one not included. */
  readonly groups: readonly Row[]
  /** By indicator, what was published of an authority, of those it is compared with, and of others by their codes. */
  readonly figures: (authority: string, also: readonly string[]) => Promise<ReadonlyMap<string, readonly Row[]>>
}

const libraries = new WeakMap<Engine, Promise<Library>>()

export function libraryOf({ engine }: Session): Promise<Library> {
  const found = libraries.get(engine) ?? readLibrary(engine)
  libraries.set(engine, found)
  return found
}

/** Choices of whom to compare with that are kept at once. */
const CHOICES = 8

async function readLibrary(engine: Engine): Promise<Library> {
  const areas = await engine.rows('select area_code, name, region_code from reference.area')
  const neighbours = await engine.rows(
    'select area_code, model, sn_area_code from reference.stat_neighbour order by area_code, model, rank',
  )
  const groups = await engine.rows(
    `select "group" as title, area_code, coalesce("from", date '1900-01-01') as first, coalesce("to", date '2199-12-31') as until
     from reference.comparison_group order by all`,
  )
  const byArea = new Map(
    areas.map(({ area_code, name, region_code }) => [
      String(area_code),
      { name: String(name), region: region_code === null ? null : String(region_code) },
    ]),
  )
  const ofAuthority = Map.groupBy(neighbours, ({ area_code }) => String(area_code))
  const kept = keeping<ReadonlyMap<string, readonly Row[]>>(CHOICES)
  const read = async (authority: string, also: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> => {
    const codes = [
      authority,
      ...also,
      ...(ofAuthority.get(authority) ?? []).map(({ sn_area_code }) => String(sn_area_code)),
      ...groups.map(({ area_code }) => String(area_code)),
    ]
    const region = byArea.get(authority)?.region ?? null
    const rows = await engine.rows(
      `select b.indicator, b.comparator, b.area_code, coalesce(a.name, b.area_code) as name, b.value, b.symbol, b.period, b.release, b.status, b.cohort
       from reference.benchmark b left join (select area_code, any_value(name) as name from reference.area group by area_code) a using (area_code)
       where coalesce(b.breakdown, '') = ''
         and (b.comparator = 'england' or (b.comparator = 'region' and b.area_code = ${literal(region)})
           or (b.comparator in ('la', 'sn') and b.area_code in (${[...new Set(codes)].map(literal).join(', ')})))
       order by b.release`,
    )
    return Map.groupBy(rows, ({ indicator }) => String(indicator))
  }
  return {
    areas: byArea,
    neighbours: ofAuthority,
    groups,
    figures: (authority, also) => kept(JSON.stringify([authority, ...also]), () => read(authority, also)),
  }
}

/** Every area of areas.csv by its code. */
export const readAreas = async (session: Session): Promise<Library['areas']> => (await libraryOf(session)).areas

/** The council's own groups on a day: title and codes. */
export const codesOn = ({ groups }: Library, at: Day): ReadonlyMap<string, readonly string[]> => {
  const standing = groups.filter(({ first, until }) => String(first) <= at && String(until) > at)
  return new Map(
    [...Map.groupBy(standing, ({ title }) => String(title))].map(([title, own]) => [
      title,
      own.map(({ area_code }) => String(area_code)),
    ]),
  )
}

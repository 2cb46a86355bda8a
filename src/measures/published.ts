import type { MeasureDefinition } from '../definitions/measure.ts'
import type { Row } from '../engine/engine.ts'
import { type Day, day } from '../kit/day.ts'
import { codesOn, type Library, libraryOf } from './published-library.ts'
import type { Session } from './session.ts'

/** A published figure in the measure's own unit (a percentage as a fraction), or the symbol that stands for none. */
export type Published = {
  readonly area: string
  readonly name: string
  readonly value: number | null
  readonly symbol: string | null
  /** As published: `2025`, `2024/25`, or a day. */
  readonly period: string
  /** The last day it speaks of. */
  readonly periodEnd: Day
  readonly release: Day
  readonly status: string | null
  readonly cohort: string | null
}

/** What was published about a measure by a day: the newest period released by then, of two releases the newer. */
export type Comparison = {
  readonly england: Published | null
  readonly region: Published | null
  /** Our own figure as published. */
  readonly own: Published | null
  readonly neighbours: Neighbours | null
  /** Any other authority or group of the council's own that was asked for or is set. */
  readonly others: readonly { readonly title: string; readonly figures: readonly Published[] }[]
}

/** Statistical neighbours: the published average where there is one, and each neighbour's own figure. */
export type Neighbours = {
  readonly model: string
  readonly figures: readonly Published[]
  readonly average: Published | null
}

/** The last day of a published period: 31 March of a year, of a pair of years, or the day itself. */
export function periodEndOf(period: string): Day | null {
  const [, from, to] = /^(20\d\d)(?:[/-](\d\d))?$/.exec(period) ?? []
  if (from) return day(`${to ? Number(from) + 1 : from}-03-31`)
  return /^\d{4}-\d\d-\d\d$/.test(period) ? (period as Day) : null
}

/**
 * Everything published by `at` that a measure of an authority is compared with. `also`: codes of other authorities. `of`: the
 * last day of the one period wanted; absent: the newest.
 */
export async function publishedFor(
  session: Session,
  measure: MeasureDefinition,
  authority: string,
  at: Day,
  also: readonly string[] = [],
  of?: Day,
): Promise<Comparison> {
  const library = await libraryOf(session)
  const { areas } = library
  const figures = newest(measure, await library.figures(authority, also), at, of)
  const region = areas.get(authority)?.region ?? null
  const find = (comparator: string, area: string | null): Published | null =>
    area === null ? null : (figures.get(`${comparator} ${area}`) ?? null)
  const england = [...figures].find(([key]) => key.startsWith('england '))?.[1] ?? null
  const own = find('la', authority)
  const groups = codesOn(library, at)
  return {
    england,
    region: find('region', region),
    own,
    neighbours: neighbours(library, authority, figures, england?.release ?? own?.release ?? at),
    others: [
      ...also.map(code => ({ title: areas.get(code)?.name ?? code, codes: [code] })),
      ...[...groups].map(([title, codes]) => ({ title, codes })),
    ].flatMap(({ title, codes }) => {
      const found = codes.flatMap(code => find('la', code) ?? [])
      return found.length ? [{ title, figures: found }] : []
    }),
  }
}

/** The indicators under which a measure's figure may be published: its reference, and of a share the reference's percentage. */
export const publishedNames = ({ catalogue, kind }: MeasureDefinition): readonly string[] =>
  kind === 'proportion' ? [catalogue, `${catalogue}:percent`] : [catalogue]

/** The newest figure of each comparator and area, by `comparator area`. */
function newest(
  measure: MeasureDefinition,
  published: ReadonlyMap<string, readonly Row[]>,
  at: Day,
  of?: Day,
): ReadonlyMap<string, Published> {
  const share = measure.kind === 'proportion'
  const rows = publishedNames(measure)
    .flatMap(name => published.get(name) ?? [])
    .filter(({ release }) => String(release) <= at)
    .toSorted((a, b) => (String(a.release) < String(b.release) ? -1 : 1))
  const found = new Map<string, Published>()
  for (const row of rows) {
    const periodEnd = periodEndOf(String(row.period))
    if (periodEnd === null || periodEnd > at || (of !== undefined && periodEnd !== of)) continue
    const key = `${row.comparator} ${row.area_code}`
    const before = found.get(key)
    // Rows come in the order of their release: of one period the later stands.
    if (before && before.periodEnd > periodEnd) continue
    found.set(key, {
      area: String(row.area_code),
      name: String(row.name),
      value: row.value === null ? null : Number(row.value) / (share ? 100 : 1),
      symbol: row.symbol === null ? null : String(row.symbol),
      period: String(row.period),
      periodEnd,
      release: row.release as Day,
      status: row.status === null ? null : String(row.status),
      cohort: row.cohort === null ? null : String(row.cohort),
    })
  }
  return found
}

/** The neighbours of the newest model dated by the release (local-extracts.md 4.6), each with its own published figure. */
function neighbours(
  library: Library,
  authority: string,
  figures: ReadonlyMap<string, Published>,
  release: Day,
): Neighbours | null {
  const dated = (library.neighbours.get(authority) ?? []).filter(({ model }) => String(model) <= release.slice(0, 7))
  const model = String(dated.at(-1)?.model ?? '')
  const average = figures.get(`sn ${authority}`) ?? null
  const own = dated.flatMap(row => (String(row.model) === model ? (figures.get(`la ${row.sn_area_code}`) ?? []) : []))
  if (own.length === 0 && average === null) return null
  // One period for all: the newest that any of them has.
  const last = own
    .map(({ periodEnd }) => periodEnd)
    .sort()
    .at(-1)
  return { model, figures: own.filter(({ periodEnd }) => periodEnd === last), average }
}

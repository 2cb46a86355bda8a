import { decidedIn, disclose, type PackCell } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import { type Day, sayDay } from '../kit/day.ts'
import { periodEnding } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import {
  type ChildPlaced,
  childrenPlaced,
  isQueried,
  measureNamed,
  type Point,
  readAreas,
  type Session,
  series,
} from '../measures/measures.ts'
import { sayMeasured } from './figure.ts'
import { codeLabel, codeOrder } from './labels.ts'
import { nationOf, sayPlace } from './place-names.ts'

/** One line of a table: children, and their share of all children in care. */
export type PlaceLine = {
  readonly id: string
  readonly label: string
  readonly children: Shown
  readonly share: Shown
}

/** Which line of which table: the id is the line's own. */
export type WhereLine = { readonly table: 'distance' | 'nations' | 'hosts'; readonly id: string }

/** Where children in care live on a day: how far from home, in which nation, in which authority. Never a map of points. */
export type WhereView = {
  readonly authority: { readonly code: string; readonly name: string }
  readonly at: Day
  readonly atText: string
  readonly total: Shown
  readonly distance: readonly PlaceLine[]
  readonly nations: readonly PlaceLine[]
  /** Our own authority first, then by how many children live there. */
  readonly hosts: readonly PlaceLine[]
}

/** The children behind a line, by the council's own ids: as many as the line counts. Not protected: for analysts. */
export async function whereChildren(
  session: Session,
  authority: string,
  at: Day,
  { table, id }: WhereLine,
): Promise<readonly string[]> {
  const lineOf: Readonly<Record<WhereLine['table'], (child: ChildPlaced) => string>> = {
    distance: ({ band }) => band,
    nations: ({ host }) => nationName(host ?? NOT_KNOWN),
    hosts: ({ host }) => host ?? NOT_KNOWN,
  }
  return (await childrenPlaced(session, authority, at))
    .filter(child => lineOf[table](child) === id)
    .map(child => child.id)
}

const nationName = (host: string): string => nationOf(host) ?? 'Not known'

/** A line before it is decided: `of` keeps the ids of three tables apart in one pack. */
type Part = { readonly of: WhereLine['table']; readonly id: string; readonly label: string; readonly children: number }
const key = ({ of, id }: Part): string => `${of} ${id}`
const NOT_KNOWN = 'not_known'

/** Where an authority's children live on a month end, by the measure of catalogue PLC-03; every figure decided in one pack. */
export async function whereView(
  session: Session,
  authority: { readonly code: string; readonly name: string },
  at: Day,
  audience: Audience,
): Promise<WhereView> {
  const measure = measureNamed(session, 'PLC-03')
  if (!isQueried(measure)) throw new Error('PLC-03 counts children')
  const points = await series(session, {
    measure,
    periods: [periodEnding('month', at)],
    slices: [['host_authority'], ['distance_band']],
    authority: authority.code,
  })
  const names = await readAreas(session)
  const sayHost = (code: string): string =>
    code === NOT_KNOWN ? 'Not known' : sayPlace(code, code === authority.code ? authority.name : names.get(code)?.name)
  const whole = points.find(({ slice }) => slice === null)
  const total = whole === undefined ? 0 : (whole.denominator ?? 0) + whole.unknown
  const own = (slice: string, count: (point: Point) => number): readonly (readonly [string, number])[] =>
    points.flatMap(point => {
      const code = point.slice?.[slice]
      return code === undefined || count(point) === 0 ? [] : [[code, count(point)] as const]
    })
  const hosts = own('host_authority', ({ slice, numerator, unknown }) =>
    slice?.host_authority === NOT_KNOWN ? unknown : (numerator ?? 0),
  ).map(([id, children]): Part => ({ of: 'hosts', id, label: sayHost(id), children }))
  const first = ({ id }: Part): number => (id === authority.code ? 0 : id === NOT_KNOWN ? 2 : 1)
  const ordered = hosts.toSorted(
    (a, b) => first(a) - first(b) || b.children - a.children || a.label.localeCompare(b.label),
  )
  const nations = [...Map.groupBy(ordered, ({ id }) => nationName(id))].map(([label, parts]) => ({
    of: 'nations' as const,
    id: label,
    label,
    children: parts.reduce((sum, { children }) => sum + children, 0),
    parts,
  }))
  const bands = own('distance_band', ({ numerator, unknown }) => (numerator ?? 0) + unknown)
    .toSorted(([a], [b]) => codeOrder('distance_band', a) - codeOrder('distance_band', b))
    .map(([id, children]): Part => ({ of: 'distance', id, label: codeLabel('distance_band', id), children }))

  const every = [...bands, ...nations, ...ordered]
  const keys = (parts: readonly Part[]): readonly string[] => parts.map(key)
  const shown = disclose({
    audience,
    cells: [
      { id: 'total', value: total, text: sayNumber(total), people: [total] },
      ...every.flatMap(part => cellsOf(part, total)),
    ],
    sums: [
      { total: 'total', parts: keys(bands) },
      { total: 'total', parts: keys(nations) },
      ...nations.map(nation => ({ total: key(nation), parts: keys(nation.parts) })),
    ],
    together: every.map(part => [key(part), `${key(part)}/share`]),
  })
  const decided = decidedIn(shown)
  const line = (part: Part): PlaceLine => ({
    id: part.id,
    label: part.label,
    children: decided(key(part)),
    share: decided(`${key(part)}/share`),
  })
  return {
    authority,
    at,
    atText: sayDay(at),
    total: decided('total'),
    distance: bands.map(line),
    nations: nations.map(line),
    hosts: ordered.map(line),
  }
}

function cellsOf(part: Part, total: number): readonly PackCell[] {
  const { children } = part
  const value = children / total
  const share = { numerator: children, denominator: total }
  const people = [children, total]
  return [
    { id: key(part), value: children, text: sayNumber(children), people, share },
    {
      id: `${key(part)}/share`,
      value,
      text: sayMeasured('proportion', { unit: '%', places: 1 }, { ...share, value }),
      people,
      share,
    },
  ]
}

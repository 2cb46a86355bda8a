import type { Sum } from '../disclosure/pack.ts'
import type { Audience } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { latestPeriod } from '../kit/period.ts'
import {
  isQueried,
  type MeasureDefinition,
  measureNamed,
  type Point,
  readWards,
  type Session,
  series,
} from '../measures/measures.ts'
import { codeLabel, codeOrder, sliceTitle } from './labels.ts'
import { type DraftCell, decideCells, nobodyOf, printedAs } from './paper-grid.ts'
import type { BreakdownAsked, BreakdownView } from './paper-view.ts'
import { sayPeriod } from './say.ts'

/** What is not one of the parts stands last: outside, and not known. */
const last = (code: string): number => (code === 'not_known' ? 2 : code === 'outside_area' ? 1 : 0)
const outside: Readonly<Record<string, string>> = { outside_area: 'Outside our area', not_known: 'Not known' }

/**
 * A breakdown of one or more measures at their latest period, decided in one pack with the whole. A line whose one figure may
 * not be seen has none: a rate gives its count away.
 */
export async function breakdownView(
  session: Session,
  authority: string,
  at: Day,
  { by, measures }: BreakdownAsked,
  audience: Audience,
): Promise<BreakdownView> {
  const drafts: DraftCell[] = []
  const named = measures.map(one => ({ ...one, measure: measureNamed(session, one.measure) }))
  const idOf = (i: number, code: string | null): string => `${i}/${code ?? 'whole'}`
  for (const [i, { measure, window: asked }] of named.entries()) {
    const window = asked ?? measure.windows[0] ?? 'month'
    if (window === 'between') continue
    const period = latestPeriod(window, at)
    const found = await series(session, { measure, periods: [period], slices: [[by]], authority })
    const points = (await isOwn(session, measure, by)) ? withNotKnown(found) : found
    const unit = printedAs(session, measure)
    for (const point of points) {
      const code = point.slice?.[by] ?? null
      // Nobody knows how many live outside, or where it is not known.
      if (measure.kind === 'rate' && code !== null && last(code) > 0) continue
      drafts.push({ id: idOf(i, code), measure, unit, period, slice: code === null ? null : `${by}=${code}`, point })
    }
  }
  const codes = [...new Set(drafts.flatMap(({ slice }) => slice?.slice(by.length + 1) ?? []))]
  for (const [i, { measure }] of named.entries()) {
    const whole = drafts.find(({ id }) => id === idOf(i, null))
    for (const code of whole ? codes : [])
      if (whole && !drafts.some(({ id }) => id === idOf(i, code))) {
        const point = nobodyOf(whole.point, measure)
        if (point) drafts.push({ ...whole, id: idOf(i, code), slice: `${by}=${code}`, point })
      }
  }
  const names = by === 'ward' ? await readWards(session) : new Map<string, string>()
  const labelOf = (code: string): string => outside[code] ?? names.get(code) ?? codeLabel(by, code)
  const ordered = codes.toSorted(
    (a, b) =>
      last(a) - last(b) ||
      codeOrder(by, a) - codeOrder(by, b) ||
      labelOf(a).localeCompare(labelOf(b), 'en-GB', { numeric: true }),
  )
  const has = new Set(drafts.map(({ id }) => id))
  const held = (ids: readonly string[]): readonly string[] => ids.filter(id => has.has(id))
  const sums = named.flatMap((_, i) =>
    (['/n', '/d'] as const).map(part => ({
      total: `${idOf(i, null)}${part}`,
      parts: held(ordered.map(code => idOf(i, code))).map(id => `${id}${part}`),
    })),
  )
  const apart = named.flatMap((_, i) => named.flatMap((_, j) => besideRate(drafts, idOf, codes, [i, j])))
  const together = ordered.map(code => held(named.map((_, i) => idOf(i, code))))
  const views = decideCells(drafts, audience, [...sums, ...apart], together)
  const first = drafts[0]
  const line = (label: string, code: string | null): BreakdownView['lines'][number] => ({
    label,
    total: code === null,
    cells: named.flatMap((_, i) => views.get(idOf(i, code)) ?? []),
  })
  return {
    title: sliceTitle(by),
    columns: named.map(({ measure, title }) => ({
      title: title ?? measure.title,
      unit: printedAs(session, measure).unit,
    })),
    lines: [...ordered.map(code => line(labelOf(code), code)), line('All', null)],
    periodText: first ? sayPeriod(first.period.window, first.period.end, first.measure.at) : '',
    periodEnd: first?.period.end ?? at,
  }
}

/** Whether a measure has a breakdown of its own, by which it counts whom it has: its not known are those of whom the line is not known. */
const isOwn = async (session: Session, measure: MeasureDefinition, by: string): Promise<boolean> =>
  measure.kind === 'count' && isQueried(measure) && (await session.query(measure)).columns.has(by)

/** Figures with those not known among them: they stand in a line of their own, and the whole is all of its lines. */
const withNotKnown = (points: readonly Point[]): readonly Point[] =>
  points.map(point => {
    const all = point.numerator === null ? null : point.numerator + point.unknown
    return { ...point, numerator: all, value: all, unknown: 0 }
  })

/**
 * What a rate of the whole gives away beside a count of the same people, whose lines may have no rate of their own: the people of the
 * rate are those of the lines within our area, and the count less them is who is outside or not known.
 */
function besideRate(
  drafts: readonly DraftCell[],
  idOf: (i: number, code: string | null) => string,
  codes: readonly string[],
  [rate, count]: readonly [number, number],
): readonly Sum[] {
  const cell = (i: number, code: string | null): DraftCell | undefined => drafts.find(({ id }) => id === idOf(i, code))
  const [ours, all] = [cell(rate, null), cell(count, null)]
  if (ours?.measure.kind !== 'rate' || all?.measure.kind !== 'count') return []
  const cells = (some: readonly string[]): readonly DraftCell[] => some.flatMap(code => cell(count, code) ?? [])
  const [within, beyond] = [codes.filter(code => last(code) === 0), codes.filter(code => last(code) > 0)].map(cells)
  return (
    [
      [ours, within ?? []],
      [all, [ours, ...(beyond ?? [])]],
    ] as const
  )
    .filter(([total, parts]) => peopleIn([total]) === peopleIn(parts))
    .map(([total, parts]) => ({ total: `${total.id}/n`, parts: parts.map(({ id }) => `${id}/n`) }))
}

const peopleIn = (cells: readonly DraftCell[]): number =>
  cells.reduce((sum, { point }) => sum + (point.numerator ?? 0), 0)

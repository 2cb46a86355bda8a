import type { Audience } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { latestPeriod } from '../kit/period.ts'
import { measureNamed, readWards, type Session, series } from '../measures/measures.ts'
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
    const points = await series(session, { measure, periods: [period], slices: [[by]], authority })
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
  const together = ordered.map(code => held(named.map((_, i) => idOf(i, code))))
  const views = decideCells(drafts, audience, sums, together)
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

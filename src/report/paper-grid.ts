import { decidedIn, disclose, type PackCell, type Sum } from '../disclosure/pack.ts'
import type { Audience } from '../disclosure/shown.ts'
import { type Day, financialYearEnding, sayDay } from '../kit/day.ts'
import { endsBefore, latestPeriod, type Period, periodEnding } from '../kit/period.ts'
import { type MeasureDefinition, measureNamed, type Point, type Session, series } from '../measures/measures.ts'
import { unitOf } from './draft-row.ts'
import { figureCells, rawFigure, togetherOf } from './figure.ts'
import { codeLabel, codeOrder } from './labels.ts'
import type { CellView, GridAsked, GridView, MeasureAsked } from './paper-view.ts'
import { sayPeriod, type Unit } from './say.ts'
import { three } from './slices-view.ts'

/** How a measure's figures are printed; a gap as what it is of. */
export const printedAs = (session: Session, measure: MeasureDefinition): Unit =>
  unitOf(measure, measure.kind === 'gap' ? session.measures.get(measure.of) : undefined)

/** Cells of a table before it is decided. */
export type DraftCell = {
  readonly id: string
  readonly measure: MeasureDefinition
  readonly unit: Unit
  readonly period: Period
  readonly slice: string | null
  readonly point: Point
  /** Why it is hidden where its row stands. */
  readonly hiddenThere?: string
}

/**
 * Decides the cells of one table and says them. `sums` name cells; `lines` are those of which none may be seen unless all may; `rests`
 * are cells that are not printed and could be worked out.
 */
export function decideCells(
  drafts: readonly DraftCell[],
  audience: Audience,
  sums: readonly Sum[],
  lines: readonly (readonly string[])[] = [],
  rests: readonly PackCell[] = [],
): ReadonlyMap<string, CellView> {
  const shown = disclose({
    audience,
    cells: [
      ...drafts.flatMap(({ id, measure, unit, point, hiddenThere }) =>
        figureCells(id, measure.kind, unit, rawFigure(point), audience).map(cell =>
          hiddenThere === undefined ? cell : { ...cell, hiddenThere },
        ),
      ),
      ...rests,
    ],
    sums,
    together: [...drafts.map(({ id, measure }) => togetherOf(id, measure.kind)), ...lines],
  })
  decidedIn(shown)
  return new Map(
    drafts.map(({ id, measure, unit, period, slice, point }) => [
      id,
      {
        measure: measure.id,
        catalogue: measure.catalogue,
        unit: unit.unit,
        periodEnd: period.end,
        period: sayPeriod(period.window, period.end, measure.at),
        slice,
        ...three(shown, id, point),
      },
    ]),
  )
}

/** Where a period's whole is measured and a code has no line of it, none is what there was; null where that says nothing of a value. */
export const nobodyOf = (whole: Point, { kind }: MeasureDefinition): Point | null =>
  whole.state !== 'measured' || (kind !== 'count' && kind !== 'total')
    ? null
    : { ...whole, numerator: 0, denominator: whole.denominator === null ? null : 0, value: 0, unknown: 0, behind: [] }

type Column = {
  readonly title: string
  readonly end: Day
  readonly toCome: boolean
  readonly window: 'year' | 'quarter'
}

/** Last year's column and the four quarters of this: those that have not closed by `at` are to come. */
function columnsAt(at: Day): readonly Column[] {
  const last = latestPeriod('quarter', at).end
  const year = financialYearEnding(last)
  const ends = endsBefore('quarter', `${year}-03-31` as Day, 4)
  const before = endsBefore('year', `${year}-03-31` as Day, 2)[0]
  return [
    ...(before === undefined
      ? []
      : [{ title: `Year ending 31 March ${year - 1}`, end: before, toCome: false, window: 'year' as const }]),
    ...ends.map((end, i) => ({
      title: `Quarter ${i + 1} (to ${sayDay(end)})`,
      end,
      toCome: end > last,
      window: 'quarter' as const,
    })),
  ]
}

/** A table by quarter: last year, then each quarter of this year; what has not come is blank and says so. */
export async function gridView(
  session: Session,
  authority: string,
  at: Day,
  asked: GridAsked,
  audience: Audience,
): Promise<GridView> {
  const columns = columnsAt(at)
  const drafts: DraftCell[] = []
  const lines: { label: string; total: boolean; ids: string[] }[] = []
  for (const [i, line] of asked.lines.entries()) {
    const found = await gridLines(session, authority, columns, line, i, asked.total)
    drafts.push(...found.drafts)
    lines.push(...found.lines)
  }
  const total = lines.find(line => line.total)
  const parts = lines.filter(line => !line.total)
  const sums = (total?.ids ?? []).map(id => ({
    total: id,
    parts: parts.flatMap(line => line.ids.filter(part => part.endsWith(`@${id.split('@')[1]}`))),
  }))
  const views = decideCells(drafts, audience, sums)
  const until = latestPeriod('quarter', at).end
  return {
    columns: columns.map(({ title, end, toCome }) => ({ title, end, toCome })),
    lines: lines.map(({ label, total: whole, ids }) => ({
      label,
      total: whole,
      cells: ids.flatMap(id => views.get(id) ?? []),
    })),
    until,
    untilText: sayDay(until),
  }
}

async function gridLines(
  session: Session,
  authority: string,
  columns: readonly Column[],
  line: MeasureAsked & { readonly by?: string },
  at: number,
  total: boolean,
): Promise<{
  readonly drafts: readonly DraftCell[]
  readonly lines: readonly { label: string; total: boolean; ids: string[] }[]
}> {
  const measure = measureNamed(session, line.measure)
  const unit = printedAs(session, measure)
  const drafts: DraftCell[] = []
  const points: { readonly period: Period; readonly point: Point }[] = []
  for (const window of ['year', 'quarter'] as const) {
    const periods = columns
      .filter(column => !column.toCome && column.window === window)
      .map(({ end }) => periodEnding(window, end))
    if (periods.length === 0) continue
    const own = await series(session, {
      measure,
      periods,
      authority,
      ...(line.by === undefined ? {} : { slices: [[line.by]] }),
    })
    points.push(
      ...periods.flatMap(period =>
        own.filter(point => point.period_end === period.end).map(point => ({ period, point })),
      ),
    )
  }
  const wholes = points.filter(({ point }) => point.slice === null)
  const idOf = (code: string | null, end: Day): string => `${at}/${code ?? 'whole'}@${end}`
  const draft = (code: string | null): readonly string[] =>
    wholes.flatMap(({ period, point: whole }) => {
      const cut = points.find(one => one.period === period && one.point.slice?.[line.by ?? ''] === code)?.point
      const point = code === null ? whole : (cut ?? nobodyOf(whole, measure))
      if (point === null) return []
      const id = idOf(code, period.end)
      drafts.push({ id, measure, unit, period, slice: code === null ? null : `${line.by}=${code}`, point })
      return [id]
    })
  const by = line.by
  if (by === undefined) {
    const ids = [...draft(null)]
    return { drafts, lines: [{ label: line.title ?? measure.title, total: false, ids }] }
  }
  const codes = [...new Set(points.flatMap(({ point }) => point.slice?.[by] ?? []))].toSorted(
    (a, b) => codeOrder(by, a) - codeOrder(by, b),
  )
  const lines = codes.map(code => ({ label: codeLabel(by, code), total: false, ids: [...draft(code)] }))
  if (total) lines.push({ label: 'Total', total: true, ids: [...draft(null)] })
  return { drafts, lines }
}

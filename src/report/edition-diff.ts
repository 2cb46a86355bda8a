import type { Period } from '../kit/period.ts'
import { latestPeriod } from '../kit/period.ts'
import {
  diffDefinitions,
  isQueried,
  type MeasureDefinition,
  type QueriedMeasure,
  type Session,
  series,
  type Tally,
  type Why,
  whyRestated,
} from '../measures/measures.ts'
import type { EditionContent } from './edition-content.ts'
import { NUMBER_ONLY } from './number-only.ts'
import type { RowView } from './scorecard-view.ts'

/** A figure that an edition printed, worked out again by what is known and defined at two times. */
export type MovedFigure = {
  readonly number: string | null
  readonly title: string
  readonly measure: string
  readonly period: string
  /** As the edition printed it, and what the same period comes to now. */
  readonly printed: string
  readonly before: Counts
  readonly after: Counts
  readonly causes: readonly MovedBy[]
  /** What the causes leave over: nought in every part, or it cannot be explained. */
  readonly unexplained: string | null
}
export type Counts = {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}
/** `recorded late`, `corrected`, `withdrawn`, or `definition changed`; what it did, and the children behind it. */
export type MovedBy = Pick<Tally, 'counted' | 'group' | 'amount'> & {
  readonly cause: string
  readonly children: readonly string[]
}
export type EditionDiff = {
  readonly moved: readonly MovedFigure[]
  readonly same: number
  /** Rows that only one of the two has, or that had no figure: nothing to hold against each other. */
  readonly notCompared: readonly { readonly title: string; readonly why: string }[]
}

/** One side: what is known, and the definitions in force, by id. */
export type Side = { readonly session: Session; readonly measures: ReadonlyMap<string, MeasureDefinition> }

/**
 * Holds the figures that an edition printed against the same periods on another side: a later edition's data version and definitions,
 * or today's. The data move first, under the definition that the edition froze; then the definition. For analysts: it names children.
 */
export async function diffEdition(
  frozen: EditionContent,
  older: Side,
  newer: Side,
  onDone: (done: number, of: number) => void = () => {},
): Promise<EditionDiff> {
  const authority = frozen.authority.code
  const rows = frozen.scorecards.analyst.themes.flatMap(theme => theme.rows)
  const moved: MovedFigure[] = []
  const notCompared: EditionDiff['notCompared'][number][] = []
  let same = 0
  for (const [i, row] of rows.entries()) {
    onDone(i, rows.length)
    const was = row.measure === null ? undefined : older.measures.get(row.measure)
    const is = row.measure === null ? undefined : newer.measures.get(row.measure)
    if (row.latest.figure.kind !== 'number' || row.window === 'between') {
      notCompared.push({ title: row.title, why: 'The edition printed no figure.' })
      continue
    }
    if (!was || !is) {
      notCompared.push({ title: row.title, why: 'The measure is no longer there.' })
      continue
    }
    const period = latestPeriod(row.window, row.latest.periodEnd)
    const [before, after] = [
      await countsOf(older, was, period, authority),
      await countsOf(newer, is, period, authority),
    ]
    const drifted = driftOf(row, before)
    if (drifted === null && sameCounts(before, after)) same++
    else
      moved.push({
        ...aboutOf(row),
        before,
        after,
        ...(await causesOf(older, newer, was, is, period, authority, drifted)),
      })
  }
  onDone(rows.length, rows.length)
  return { moved, same, notCompared }
}

const aboutOf = (row: RowView): Pick<MovedFigure, 'number' | 'title' | 'measure' | 'period' | 'printed'> => ({
  number: row.number,
  title: row.title,
  measure: row.measure ?? '',
  period: row.latest.period,
  printed: row.latest.figure.text,
})

async function countsOf(
  { session }: Side,
  measure: MeasureDefinition,
  period: Period,
  authority: string,
): Promise<Counts> {
  const points = await series(session, { measure, periods: [period], authority })
  const whole = points.find(({ slice }) => slice === null)
  return { numerator: whole?.numerator ?? null, denominator: whole?.denominator ?? null, value: whole?.value ?? null }
}

const sameCounts = (a: Counts, b: Counts): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator && a.value === b.value

/** Said where the data version and definitions that an edition froze no longer give the figure that it printed. */
function driftOf({ latest, unit, rag }: RowView, { value, numerator }: Counts): string | null {
  const { figure } = latest
  if (figure.kind !== 'number') return null
  const printed = figure.value
  // A share that was shown as a number only was printed as the number above its line.
  const close = [value, rag.text === NUMBER_ONLY ? numerator : null].some(
    now => now !== null && Math.abs(now - printed) <= 1e-9 * Math.max(1, Math.abs(now)),
  )
  return close
    ? null
    : `The edition's own data version now gives ${value === null ? 'no figure' : String(value)}${unit === '%' ? ' (as a fraction)' : ''}, not the ${figure.text} that it printed: something besides data and definition has changed.`
}

async function causesOf(
  older: Side,
  newer: Side,
  was: MeasureDefinition,
  is: MeasureDefinition,
  period: Period,
  authority: string,
  drifted: string | null,
): Promise<Pick<MovedFigure, 'causes' | 'unexplained'>> {
  if (!isQueried(was) || !isQueried(is))
    return {
      causes: [],
      unexplained: drifted ?? `It is made from other measures (${namesOf(is).join(' and ')}): see what moved those.`,
    }
  const data = await whyRestated(older.session, newer.session, was, period, authority)
  const defined = sameQuery(was, is) ? null : await diffDefinitions(newer.session, was, is, period, authority)
  const causes = [
    ...data.moves.map(move => movedBy(move.cause, [move])),
    ...(defined?.moves.length ? [movedBy('definition changed', defined.moves)] : []),
  ]
  return { causes, unexplained: drifted ?? leftOver(data, defined, causes) }
}

const sameQuery = (a: QueriedMeasure, b: QueriedMeasure): boolean => a.sql === b.sql && a.unknown_is === b.unknown_is

function movedBy(cause: string, moves: Why['moves']): MovedBy {
  const sum = (part: keyof Pick<Tally, 'counted' | 'group' | 'amount'>): number =>
    moves.reduce((all, move) => all + move[part], 0)
  const children = moves.flatMap(({ members }) => members.map(({ local_id, subject }) => local_id ?? subject))
  return {
    cause,
    counted: sum('counted'),
    group: sum('group'),
    amount: sum('amount'),
    children: [...new Set(children)],
  }
}

/** What the causes do not add up to; null where nothing is left. A rate's population is not of children, and is told by itself. */
function leftOver(data: Why, defined: Why | null, causes: readonly MovedBy[]): string | null {
  const last = defined ?? data
  const gap = (part: 'counted' | 'group'): number =>
    last.after[part] - data.before[part] - causes.reduce((all, cause) => all + cause[part], 0)
  const left = [gap('counted'), gap('group')]
  if (left.some(n => n !== 0)) return `${left[0]} in the count and ${left[1]} in the group are left over.`
  return causes.length ? null : 'No child’s part in it changed: what it is divided by did, such as a population.'
}

const namesOf = (measure: MeasureDefinition): readonly string[] => {
  if (measure.kind === 'ratio') return [measure.numerator, measure.denominator]
  return measure.kind === 'gap' ? [measure.of, ...(measure.than === undefined ? [] : [measure.than])] : []
}

import { wilson } from '../analysis/interval.ts'
import { type Behind, decidedIn, disclose, type PackCell } from '../disclosure/pack.ts'
import { type Audience, isProtected } from '../disclosure/shown.ts'
import { sayNumber } from '../kit/text.ts'
import { printedUnit } from './decimals.ts'
import { doubtOf } from './doubt.ts'
import { type DraftRow, goalOf, latestOf, priorOf } from './draft-row.ts'
import { asGiven, figureCells, isShareOfFew, peopleOf, togetherOf } from './figure.ts'
import { type Beside, knownSums } from './known-sums.ts'
import { type InCare, inCareOf, leftOutOf, monthsOf, type Rest, restOf } from './nested.ts'
import { certaintyOf, childrenToTarget, statusOf } from './rag.ts'
import { sayChange, sayValue, type Unit } from './say.ts'
import { sayRow } from './say-row.ts'
import type { RowView } from './scorecard-view.ts'
import { HIDDEN_GAPS } from './signal-view.ts'
import { asReliable } from './unreliable.ts'

/** Every cell of a row that will leave. Ids begin with the row's key. */
function rowCells(row: DraftRow, audience: Audience): readonly PackCell[] {
  const { key, unit } = row
  const { kind } = row.about
  const latest = latestOf(row)
  const prior = priorOf(row)
  const people = [latest, prior].flatMap(figure => (figure ? peopleOf(kind, figure) : []))
  const printed = printedUnit(row)
  const given = (value: number | null | undefined): number | null => asGiven(kind, unit, audience, value ?? null)
  const plain = (id: string, value: number | null, text: string, counts: readonly number[] = []): PackCell =>
    value === null
      ? { id, value, state: 'not applicable', why: null, text: '–', people: [] }
      : { id, value, text, people: counts }
  const goal = goalOf(row)
  const few = [latest, prior].some(figure => figure && isShareOfFew(kind, unit, figure))
  const change = few || latest.value === null || prior?.value == null ? null : latest.value - prior.value
  const doubt = doubtOf(row)
  const doubted = [...people, doubt?.unknown ?? 0, kind === 'average' ? 0 : (doubt?.setAside ?? 0)]
  const children =
    goal && latest.numerator !== null && (kind === 'proportion' || kind === 'count')
      ? childrenToTarget(goal, latest.numerator, kind === 'proportion' ? latest.denominator : null)
      : null
  const [low, high] =
    kind === 'proportion' && latest.value !== null && latest.denominator
      ? wilson(latest.numerator ?? 0, latest.denominator)
      : [null, null]
  const year = (isShareOfFew(kind, unit, latest) ? null : row.signal?.lastYear) ?? null
  const said = (value: number | null): string => (value === null ? '' : sayValue(unit, value))
  return [
    ...row.figures.flatMap((figure, i) =>
      figureCells(`${key}/${i}`, kind, figure === latest ? printed : unit, figure, audience),
    ),
    plain(`${key}/change`, given(change), change === null ? '' : sayChange(unit, change), people),
    plain(`${key}/unknown`, doubt || latest.state === 'measured' ? latest.unknown : null, sayNumber(latest.unknown), [
      latest.unknown,
    ]),
    // Less those not known, the group of an average is those who have an amount.
    plain(`${key}/group`, doubt?.group ?? null, sayNumber(doubt?.group ?? 0), [
      doubt?.group ?? 0,
      latest.unknown,
      ...(kind === 'average' ? peopleOf(kind, latest) : []),
    ]),
    plain(`${key}/aside`, doubt?.setAside ?? null, sayNumber(doubt?.setAside ?? 0), [doubt?.setAside ?? 0]),
    plain(`${key}/low`, low, said(low), people),
    plain(`${key}/high`, high, said(high), people),
    // A range gives the numbers not known and not usable away, so it is decided by these too.
    plain(`${key}/qlow`, given(doubt?.low), said(doubt?.low ?? null), doubted),
    plain(`${key}/qhigh`, given(doubt?.high), said(doubt?.high ?? null), doubted),
    plain(`${key}/children`, children, children === null ? '' : sayNumber(Math.abs(children)), people),
    ...(row.compared ? [...row.compared.comparators, ...row.compared.neighbours] : []).map((one, i) =>
      plain(`${key}/compared/${i}`, one.value, one.text),
    ),
    plain(`${key}/headline`, row.compared?.headline?.value ?? null, row.compared?.headline?.text ?? ''),
    plain(
      `${key}/year`,
      given(year?.change.difference),
      year ? sayChange(changeUnit(row), year.change.difference) : '',
      people,
    ),
    plain(
      `${key}/yearlow`,
      given(year?.change.interval[0]),
      year ? sayChange(changeUnit(row), year.change.interval[0]) : '',
      people,
    ),
    plain(
      `${key}/yearhigh`,
      given(year?.change.interval[1]),
      year ? sayChange(changeUnit(row), year.change.interval[1]) : '',
      people,
    ),
    plain(`${key}/target`, goal?.value ?? null, said(goal?.value ?? null)),
    plain(`${key}/upper`, goal?.upper ?? null, said(goal?.upper ?? null)),
    plain(`${key}/amber`, goal?.amberWithin ?? null, said(goal?.amberWithin ?? null)),
    plain(
      `${key}/certainty`,
      goal && kind === 'proportion' && latest.value !== null && latest.denominator
        ? certaintyOf(goal, statusOf(goal, latest.value), latest.numerator ?? 0, latest.denominator)
        : null,
      '',
      people,
    ),
  ]
}

/** The change of a rate since last year is in children: those who came and went. */
const changeUnit = ({ about, unit }: DraftRow): Unit => (about.kind === 'rate' ? { unit: 'number', places: 0 } : unit)

/** Decides all rows in one pack and says them. `inCare`: how many were in care, where a row beside these tells it; `beside`: those rows. */
export function showRows(
  drafted: readonly DraftRow[],
  audience: Audience,
  inCare?: InCare,
  beside: readonly Beside[] = [],
): readonly RowView[] {
  const rows = drafted.map(row => toldTo(row, audience))
  const unique = [...new Map(rows.map(row => [row.key, row])).values()]
  const all = inCare ?? inCareOf(unique)
  const nested = unique.flatMap(row => [...nestedIn(row, unique), ...leftOutOf(row, all)])
  const known = knownSums(unique, beside)
  const cells = [
    ...unique.flatMap(row => rowCells(row, audience).map(cell => ({ ...cell, ...(row.who ? { who: row.who } : {}) }))),
    ...nested.flatMap(({ cells: own }) => own),
    ...known.cells,
  ]
  const together = unique.map(({ key, figures, about }) =>
    togetherOf(`${key}/${figures.length - 1}`, about.kind).concat(
      ['change', 'low', 'high', 'children', 'certainty', 'year', 'yearlow', 'yearhigh'].map(part => `${key}/${part}`),
    ),
  )
  const figures = unique.flatMap(({ key, figures: all, about }) =>
    all.map((_, i) => togetherOf(`${key}/${i}`, about.kind)),
  )
  // Of a row whose latest figure is hidden nothing is told, its periods before included.
  const latest = unique.map(({ key, figures: own, about }) => ({
    figure: `${key}/${own.length - 1}`,
    behind: ['unknown', 'group', 'aside', 'qlow', 'qhigh']
      .map(part => `${key}/${part}`)
      .concat(own.slice(0, -1).flatMap((_, i) => [...togetherOf(`${key}/${i}`, about.kind), `${key}/${i}/n`])),
  }))
  const months = unique.map(row => monthsOf(row, unique))
  const behind = [...latest, ...unique.flatMap(changesBehind), ...months.flatMap(one => one.behind)]
  const sums = [...nested, ...months, known].flatMap(({ sums: own }) => own)
  const shown = disclose({ audience, cells, sums, together: [...together, ...figures, ...known.together], behind })
  const decided = decidedIn(shown)
  return rows.map(row => sayRow(row, id => decided(`${row.key}/${id}`), !isProtected(audience)))
}

/** A row as an audience may be told of it: nothing of what is unreliable; what days between events say, each of which is a single one, is not for a board. */
function toldTo(drafted: DraftRow, audience: Audience): DraftRow {
  const row = asReliable(drafted)
  if (!row.signal?.charts.some(({ of }) => of === 'gaps') || !isProtected(audience)) return row
  return { ...row, signal: { ...row.signal, unsaid: HIDDEN_GAPS } }
}

/** A change is the latest figure less another: where that one is hidden, so is the change. */
function changesBehind(row: DraftRow): readonly Behind[] {
  const { key, figures } = row
  const end = latestOf(row).periodEnd
  const aYear = figures.findLastIndex(({ periodEnd }) => periodEnd.slice(4, 7) === end.slice(4, 7) && periodEnd < end)
  const of = (i: number, parts: readonly string[]): readonly Behind[] =>
    i < 0 ? [] : [{ figure: `${key}/${i}`, behind: parts.map(part => `${key}/${part}`) }]
  return [...of(figures.length - 2, ['change']), ...of(aYear, ['year', 'yearlow', 'yearhigh'])]
}

/** Of a row whose children are among another row's: what is left of that one's, in every period. */
function nestedIn(inner: DraftRow, rows: readonly DraftRow[]): readonly Rest[] {
  const outer = rows.find(({ about, window }) => about.id === inner.within && window === inner.window)
  if (inner.within === null || outer === undefined) return []
  return inner.figures.map((figure, i) =>
    restOf({ id: `${inner.key}/${i}`, figure }, { id: `${outer.key}/${i}`, figure: outer.figures[i] }),
  )
}

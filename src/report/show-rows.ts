import { wilson } from '../analysis/interval.ts'
import { disclose, type PackCell } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import { sayNumber } from '../kit/text.ts'
import { type DraftRow, goalOf, latestOf, priorOf, qualityOf } from './draft-row.ts'
import { figureCells, togetherOf } from './figure.ts'
import { certaintyOf, childrenToTarget, statusOf } from './rag.ts'
import { sayChange, sayValue, type Unit } from './say.ts'
import { sayRow } from './say-row.ts'
import type { RowView } from './scorecard-view.ts'

/** Every cell of a row that will leave. Ids begin with the row's key. */
function rowCells(row: DraftRow): readonly PackCell[] {
  const { key, unit } = row
  const { kind } = row.about
  const latest = latestOf(row)
  const prior = priorOf(row)
  const people = [latest, prior]
    .flatMap(figure => [figure?.numerator, kind === 'proportion' ? figure?.denominator : null])
    .filter(n => typeof n === 'number')
  const plain = (id: string, value: number | null, text: string, counts: readonly number[] = []): PackCell =>
    value === null
      ? { id, value, state: 'not applicable', why: null, text: '–', people: [] }
      : { id, value, text, people: counts }
  const goal = goalOf(row)
  const change = latest.value === null || prior?.value == null ? null : latest.value - prior.value
  const range = qualityOf(row)
  const children =
    goal && latest.numerator !== null && (kind === 'proportion' || kind === 'count')
      ? childrenToTarget(goal, latest.numerator, kind === 'proportion' ? latest.denominator : null)
      : null
  const [low, high] =
    kind === 'proportion' && latest.value !== null && latest.denominator
      ? wilson(latest.numerator ?? 0, latest.denominator)
      : [null, null]
  const year = row.signal?.lastYear ?? null
  const said = (value: number | null): string => (value === null ? '' : sayValue(unit, value))
  return [
    ...row.figures.flatMap((figure, i) => figureCells(`${key}/${i}`, kind, unit, figure)),
    plain(`${key}/change`, change, change === null ? '' : sayChange(unit, change), people),
    plain(`${key}/unknown`, latest.state === 'measured' ? latest.unknown : null, sayNumber(latest.unknown), [
      latest.unknown,
    ]),
    plain(`${key}/low`, low, said(low), people),
    plain(`${key}/high`, high, said(high), people),
    plain(`${key}/qlow`, range?.low ?? null, said(range?.low ?? null), [...people, latest.unknown]),
    plain(`${key}/qhigh`, range?.high ?? null, said(range?.high ?? null), [...people, latest.unknown]),
    plain(`${key}/children`, children, children === null ? '' : sayNumber(Math.abs(children)), people),
    ...(row.compared ? [...row.compared.comparators, ...row.compared.neighbours] : []).map((one, i) =>
      plain(`${key}/compared/${i}`, one.value, one.text),
    ),
    plain(
      `${key}/year`,
      year?.change.difference ?? null,
      year ? sayChange(changeUnit(row), year.change.difference) : '',
      people,
    ),
    plain(
      `${key}/yearlow`,
      year?.change.interval[0] ?? null,
      year ? sayChange(changeUnit(row), year.change.interval[0]) : '',
      people,
    ),
    plain(
      `${key}/yearhigh`,
      year?.change.interval[1] ?? null,
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

/** Decides all rows in one pack and says them. */
export function showRows(rows: readonly DraftRow[], audience: Audience): readonly RowView[] {
  const unique = [...new Map(rows.map(row => [row.key, row])).values()]
  const cells = unique.flatMap(rowCells)
  const together = unique.flatMap(({ key, figures, about }) => [
    togetherOf(`${key}/${figures.length - 1}`, about.kind).concat(
      ['change', 'low', 'high', 'children', 'certainty', 'year', 'yearlow', 'yearhigh'].map(part => `${key}/${part}`),
    ),
    // How many are not known can be worked out from the range that they allow.
    ['unknown', 'qlow', 'qhigh'].map(part => `${key}/${part}`),
  ])
  const figures = unique.flatMap(({ key, figures: all, about }) =>
    all.map((_, i) => togetherOf(`${key}/${i}`, about.kind)),
  )
  const shown = disclose({ audience, cells, together: [...together, ...figures] })
  return rows.map(row => sayRow(row, id => figureAt(shown, `${row.key}/${id}`)))
}

function figureAt(shown: ReadonlyMap<string, Shown>, id: string): Shown {
  const found = shown.get(id)
  if (!found) throw new Error(`no decided figure ${id}`)
  return found
}

import type { Forecast } from '../forecast/result.ts'
import { sayCount, sayNumber } from '../kit/text.ts'
import { counted, type Decided, type ForecastPack, likely, nowId, pastId, seriesNamed } from './forecast-cells.ts'
import type { ForecastTable, LinesView } from './forecast-view.ts'
import { monthSaid, named, signedBy, yearsAhead } from './forecast-words.ts'

/** Months before that are drawn at least. */
const PAST = 24

type LinesOn = {
  readonly table: (shown: Decided) => ForecastTable | null
  readonly drawing: (shown: Decided) => LinesView | null
}

/** `−1.6`: children a month. */
const signed = signedBy(value => sayNumber(value, 1))

/**
 * "What if the average change of the last months went on": lines that boards ask for, as a table and a drawing of the same cells. Never the
 * forecast, never its range (FCT-01, statistics.md 3.2). A line is worked out from two counts, and may not be seen where one of them may not.
 */
export function linesOn(pack: ForecastPack, { trendLines, horizon, at, series }: Forecast): LinesOn {
  const lines = trendLines.filter(({ group }) => group === null)
  const past = seriesNamed({ series }, 'in care')?.past ?? []
  const [first] = lines
  if (!first || past.length === 0) return { table: () => null, drawing: () => null }
  const drawn = past.slice(-1 - Math.max(PAST, ...lines.map(({ span }) => span)))
  const months = drawn.map(({ periodEnd, value }) => ({ periodEnd, id: pack.put(counted(pastId(periodEnd), value)) }))
  const made = lines.flatMap(({ span, points }) => {
    const begins = months.length - 1 - span
    const [before, now] = [months[begins], drawn.at(-1)]
    if (!before || !now) return []
    const put = (what: string, value: number, text: string): string =>
      pack.put(likely(`line ${span} ${what}`, value, text), null, [before.id])
    const change = (now.value - (drawn[begins]?.value ?? 0)) / span
    return {
      span,
      begins,
      change: put('change', change, `${signed(change)} a month`),
      // Fewer than no child is nothing that could come.
      ids: points.map(({ periodEnd, value }) => put(periodEnd, Math.max(0, value), sayNumber(Math.max(0, value)))),
    }
  })
  const chosen = yearsAhead(horizon)
  return {
    table: shown => ({
      caption: 'What if the average change of some months went on?',
      columns: [
        'If the change went on of',
        'That change',
        ...chosen.map(month => monthSaid(first.points[month]?.periodEnd ?? at)),
      ],
      rows: made.map(({ span, change, ids }) => ({
        label: `The last ${sayCount(span, 'month')}`,
        cells: [shown(change), ...chosen.map(month => (ids[month] ? shown(ids[month]) : ''))],
      })),
      note: 'A line drawn on is no forecast: in tests on councils that change little such lines ended further out than no change did.',
    }),
    drawing: shown => ({
      title: 'Children in care, if the change of the last months went on: no forecast',
      points: [
        ...months.map(({ periodEnd, id }) => ({ ...named(periodEnd), figure: shown(id) })),
        ...first.points.map(({ periodEnd }) => ({ ...named(periodEnd), figure: null })),
      ],
      lines: made.map(({ span, begins, change, ids }) => ({
        label: `Last ${sayCount(span, 'month')}`,
        short: sayCount(span, 'month'),
        change: shown(change),
        values: [
          ...months.map(({ id }, i) =>
            i === begins ? shown(id) : i === months.length - 1 ? shown(nowId(null)) : null,
          ),
          ...ids.map(id => shown(id)),
        ],
      })),
    }),
  }
}

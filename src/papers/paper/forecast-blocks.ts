import { fanChart } from '../../charts/fan.ts'
import { describeFan } from '../../charts/fan-words.ts'
import type { Shown } from '../../disclosure/shown.ts'
import { sayNumber } from '../../kit/text.ts'
import type { FanView, ForecastTable, ForecastView, ForecastWords } from '../../report/forecast-view.ts'
import { standingAlone } from './chart-block.ts'
import { type Assembling, words } from './desk-of-paper.ts'
import type { Block, ChartBlock, Run, TableBlock } from './paper.ts'
import { notesOn } from './tables.ts'
import type { BlockOf } from './template.ts'
import { paragraph } from './texts.ts'

/** The months ahead that a chart's data are printed of: every sixth. */
const EVERY = 6
const LABEL = 2.2

/** A figure of the forecast as a run: what it is of is said by the table or sentence that it stands in. */
function figureRun({ code, at }: Assembling, shown: Shown, part: string, period: string): Run {
  return {
    kind: 'figure',
    shown,
    source: {
      code: code({ measure: 'children-in-care', part: `forecast ${part}`, periodEnd: period, window: at, slice: null }),
      measure: 'children-in-care',
      catalogue: 'FCT-02',
      part: 'forecast',
      period,
    },
  }
}

const said = (a: Assembling, runs: ForecastWords, part: string): readonly Run[] =>
  runs.map((one, i) =>
    typeof one === 'string' ? words(one) : figureRun(a, one, `${part} ${i}`, a.view.scorecard.atText),
  )

function tableBlock(a: Assembling, it: ForecastTable, id: string): TableBlock {
  const all = LABEL + it.columns.length - 1
  const rows: TableBlock['rows'] = it.rows.map(({ label, cells }) => [
    [words(label)],
    ...cells.map((cell, i) => [
      typeof cell === 'string' ? words(cell) : figureRun(a, cell, `${it.caption} ${label}`, it.columns[i + 1] ?? ''),
    ]),
  ])
  return {
    kind: 'table',
    id,
    caption: it.caption,
    columns: it.columns.map((title, i) => ({
      title,
      align: i === 0 ? 'left' : 'right',
      share: (i === 0 ? LABEL : 1) / all,
    })),
    rows,
    notes: [...(it.note === null ? [] : [it.note]), ...notesOn(rows)],
    asOf: null,
  }
}

/** The fan, its words, and its data: what is now, and the middle and 8 in 10 of every sixth month. */
function fanBlock(a: Assembling, fan: FanView, id: string): ChartBlock {
  const drawing = {
    ...fan,
    id: id.toLowerCase().replaceAll(' ', '-'),
    subtitle: `Children in care, ${a.view.scorecard.authority.name}`,
    format: (n: number) => sayNumber(n),
  }
  const ahead = fan.points.flatMap(point => (point.ahead ? [{ ...point, ahead: point.ahead }] : []))
  const shown = ahead.filter((_, i) => (i + 1) % EVERY === 0 || i === ahead.length - 1)
  const all = LABEL + shown.length
  const line = (label: string, of: (one: (typeof shown)[number]) => Shown | undefined): TableBlock['rows'][number] => [
    [words(label)],
    ...shown.map(one => {
      const figure = of(one)
      return [figure ? figureRun(a, figure, label, one.period) : words('–')]
    }),
  ]
  const leading = ({ ahead: one }: (typeof shown)[number]) => (fan.leads === 'naive' && one.naive ? one.naive : one)
  return {
    kind: 'chart',
    id,
    caption: fan.title,
    svg: standingAlone(fanChart({ ...drawing, width: 720, height: 300 })),
    alt: describeFan(drawing),
    data: {
      kind: 'table',
      id: `${id} data`,
      caption: `Data of ${id.replace('Chart', 'chart')}: ${fan.title}`,
      columns: [
        { title: 'Month', align: 'left', share: LABEL / all },
        ...shown.map(({ short }) => ({ title: short, align: 'right' as const, share: 1 / all })),
      ],
      rows: [
        line('Middle', one => leading(one).median),
        line('8 in 10, from', one => leading(one).p80[0]),
        line('8 in 10, to', one => leading(one).p80[1]),
      ],
      notes: [],
      asOf: null,
    },
  }
}

const NONE = 'No forecast has been made for this day.'

/** What is coming: the answer, the fan, where children will live, the year's end, cost and places, how often it was right, and what it assumes. */
export function forecastBlocks(
  a: Assembling,
  block: BlockOf<'forecast'>,
  tableId: () => string,
  chartId: () => string,
): readonly Block[] {
  const { forecast } = a.view
  if (!forecast) return [paragraph([words(NONE)])]
  return parts(a, forecast, block.forecast === 'short', tableId, chartId)
}

function parts(
  a: Assembling,
  view: ForecastView,
  short: boolean,
  tableId: () => string,
  chartId: () => string,
): readonly Block[] {
  const table = (it: ForecastTable | null): readonly Block[] => (it ? [tableBlock(a, it, tableId())] : [])
  const list = (lead: string, items: readonly string[]): readonly Block[] =>
    items.length ? [paragraph([words(lead)]), { kind: 'list', items: items.map(item => [words(item)]) }] : []
  const answer = view.answer.flatMap((one, i) => [...(i ? [words(' ')] : []), ...said(a, one, `answer ${i}`)])
  return [
    ...(view.why === null ? [] : [paragraph([words(view.why)])]),
    ...(answer.length ? [paragraph(answer)] : []),
    ...(view.fan ? [fanBlock(a, view.fan, chartId())] : []),
    ...table(view.groups),
    ...table(view.outlook),
    ...(short ? [] : view.money.said.map((one, i) => paragraph(said(a, one, `money ${i}`)))),
    ...(short ? [] : table(view.places)),
    ...(short ? [] : view.record.map(one => paragraph([words(one)]))),
    ...(short ? [] : table(view.backTest)),
    ...(short ? [] : list('The forecast assumes:', view.assumptions)),
    ...list('It does not know of:', view.outside),
  ]
}

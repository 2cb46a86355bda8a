import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Shown } from '../disclosure/shown.ts'
import { element, text } from './svg.ts'

/** One point of a trend: its period in words, long and short, and its figure. */
export type TrendPoint = { readonly period: string; readonly short: string; readonly figure: Shown }

export type TrendOptions = {
  /** Unique on the page: the ids of the picture's title and description are made from it. */
  readonly id: string
  readonly title: string
  /** What is measured, where, and the unit. */
  readonly subtitle: string
  readonly points: readonly TrendPoint[]
  /** A target line, with its words. */
  readonly target?: { readonly value: number; readonly text: string } | null
  /** How an axis value is written. */
  readonly format: (value: number) => string
  readonly width?: number
  readonly height?: number
}

const MARGIN = { top: 16, right: 96, bottom: 40, left: 64 }

/** The figures that can be drawn. A hidden or missing one is a gap, never a zero and never a guess. */
const seen = (point: TrendPoint): number | null => (point.figure.kind === 'number' ? point.figure.value : null)

/** The y range: from the lowest to the highest of figures and target, with a margin; from 0 where that is near. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const spread = high - low || Math.abs(high) || 1
  const bottom = low >= 0 && low - spread < spread ? 0 : low - spread * 0.15
  return [bottom, high + spread * 0.15]
}

/**
 * A line of one measure over time as an accessible SVG: real text, a title and a description made from the same decided
 * figures, the last value at the end of the line, a gap with its symbol where a figure may not be seen or is not there.
 */
export function trendChart(options: TrendOptions): string {
  const { id, points, target } = options
  const [width, height] = [options.width ?? 720, options.height ?? 300]
  const values = [...points.map(seen), target?.value ?? null].filter(value => value !== null)
  const frame = (inside: string): string =>
    element(
      'svg',
      {
        class: 'hearth-chart',
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
        'aria-labelledby': `${id}-title ${id}-desc`,
      },
      [
        element('title', { id: `${id}-title` }, [text(options.title)]),
        element('desc', { id: `${id}-desc` }, [text(describe(options))]),
        inside,
      ],
    )
  if (values.length === 0)
    return frame(
      element('text', { x: width / 2, y: height / 2, 'text-anchor': 'middle' }, [text('No figures to draw')]),
    )

  const x = scalePoint(
    points.map((_, i) => i),
    [MARGIN.left, width - MARGIN.right],
  )
  const y = scaleLinear(rangeOf(values), [height - MARGIN.bottom, MARGIN.top]).nice(5)
  const at = (i: number): number => x(i) ?? 0
  const path = line<TrendPoint>()
    .defined(point => seen(point) !== null)
    .x((_, i) => at(i))
    .y(point => y(seen(point) ?? 0))
  const grid = y
    .ticks(5)
    .flatMap(tick => [
      element('line', { class: 'grid', x1: MARGIN.left, x2: width - MARGIN.right, y1: y(tick), y2: y(tick) }),
      element('text', { class: 'tick', x: MARGIN.left - 8, y: y(tick) + 4, 'text-anchor': 'end' }, [
        text(options.format(tick)),
      ]),
    ])
  const step = Math.max(1, Math.ceil(points.length / 7))
  const labels = points.flatMap((point, i) =>
    (points.length - 1 - i) % step === 0
      ? [
          element('text', { class: 'tick', x: at(i), y: height - MARGIN.bottom + 20, 'text-anchor': 'middle' }, [
            text(point.short),
          ]),
        ]
      : [],
  )
  const gaps = points.flatMap((point, i) =>
    point.figure.kind === 'number'
      ? []
      : [
          element('text', { class: 'gap', x: at(i), y: height - MARGIN.bottom - 6, 'text-anchor': 'middle' }, [
            text(symbolOf(point.figure)),
          ]),
        ],
  )
  const dots = points.flatMap((point, i) => {
    const value = seen(point)
    return value === null || points.length > 40
      ? []
      : [element('circle', { class: 'dot', cx: at(i), cy: y(value), r: 3.5 })]
  })
  const last = points.findLastIndex(point => seen(point) !== null)
  const end = points[last]
  const endLabel = end
    ? [element('text', { class: 'end', x: at(last) + 10, y: y(seen(end) ?? 0) + 5 }, [text(end.figure.text)])]
    : []
  return frame(
    [
      ...grid,
      ...labels,
      ...targetMarks(target, y, width),
      element('path', { class: 'line', d: path([...points]) ?? '' }),
      ...dots,
      ...gaps,
      ...endLabel,
    ].join(''),
  )
}

function targetMarks(target: TrendOptions['target'], y: (value: number) => number, width: number): readonly string[] {
  if (!target) return []
  const at = y(target.value)
  return [
    element('line', {
      class: 'target',
      x1: MARGIN.left,
      x2: width - MARGIN.right,
      y1: at,
      y2: at,
      'stroke-dasharray': '6 4',
    }),
    element('text', { class: 'target-label', x: MARGIN.left + 6, y: at - 6 }, [text(target.text)]),
  ]
}

const symbolOf = (figure: Shown): string => (figure.kind === 'hidden' ? '[c]' : '[x]')

/** The description for people who do not see the picture: what, how long, first, highest, lowest and latest. */
function describe({ subtitle, points, target }: TrendOptions): string {
  const drawn = points.filter(point => point.figure.kind === 'number')
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last) return `${subtitle}. No figures to draw.`
  const by = (pick: 1 | -1): TrendPoint =>
    drawn.reduce((best, point) => (((seen(point) ?? 0) - (seen(best) ?? 0)) * pick > 0 ? point : best), first)
  const [high, low] = [by(1), by(-1)]
  const missing = points.length - drawn.length
  return [
    `Line chart. ${subtitle}, ${first.period} to ${last.period}.`,
    `Latest ${last.figure.text}; highest ${high.figure.text} (${high.period}); lowest ${low.figure.text} (${low.period}).`,
    target ? `${target.text}.` : '',
    missing ? `${missing} of ${points.length} periods have no figure to show.` : '',
    'The figures are in the table below the chart.',
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * A small line without axes, with its target where it has one, so that a level line far from it does not look like a cliff; hidden from assistive technology: the words beside it say the same. Gaps stay gaps.
 */
export function sparkline(points: readonly Shown[], targets: readonly Shown[] = [], width = 120, height = 28): string {
  const values = points.map(figure => (figure.kind === 'number' ? figure.value : null))
  const drawn = values.filter(value => value !== null)
  if (drawn.length < 2) return ''
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [3, width - 3])
  const aims = targets.flatMap(figure => (figure.kind === 'number' ? [figure.value] : []))
  const y = scaleLinear([Math.min(...drawn, ...aims), Math.max(...drawn, ...aims)], [height - 4, 4])
  const path = line<number | null>()
    .defined(value => value !== null)
    .x((_, i) => x(i))
    .y(value => y(value ?? 0))
  const last = values.findLastIndex(value => value !== null)
  return element(
    'svg',
    { class: 'hearth-spark', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' },
    [
      ...aims.map(aim =>
        element('line', { class: 'target', x1: 0, x2: width, y1: y(aim), y2: y(aim), 'stroke-dasharray': '4 3' }),
      ),
      element('path', { class: 'line', d: path(values) ?? '' }),
      element('circle', { class: 'dot', cx: x(last), cy: y(values[last] ?? 0), r: 2.5 }),
    ],
  )
}

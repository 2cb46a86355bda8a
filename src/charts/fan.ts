import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Shown } from '../disclosure/shown.ts'
import type { FanChartPoint, FanOptions } from './fan-point.ts'
import { describeFan } from './fan-words.ts'
import { type SideLabel, spread } from './side-labels.ts'
import { chartFrame, element, text } from './svg.ts'
import { numberOf } from './trend-point.ts'

/** About as wide as a letter of the charts' 14px Arial is. */
const LETTER = 8
/** Narrower than this, a drawing is for a phone. */
const NARROW = 500

type Band = readonly [low: Shown, high: Shown]
type Placed = { readonly x: number; readonly low: number; readonly high: number }

/**
 * What was and what may come: the line of the past, then bands of 50, 80 and 95 in 100 futures with edges of their own, the middle
 * future, and the forecast of no change with its 80 in 100. No meaning rests on colour. A figure that may not be seen is a gap.
 */
export function fanChart(options: FanOptions): string {
  const { id, points, leads, format } = options
  const [width, height] = [options.width ?? 720, options.height ?? 320]
  const frame = (inside: readonly string[]): string =>
    chartFrame({ id, title: options.title, width, height }, describeFan(options), inside)
  const values = points.flatMap(({ figure, ahead }) =>
    [figure, ...(ahead ? [...ahead.p95, ahead.median, ...(ahead.naive?.p80 ?? [])] : [])].flatMap(
      shown => numberOf(shown) ?? [],
    ),
  )
  if (values.length === 0)
    return frame([
      element('text', { x: width / 2, y: height / 2, 'text-anchor': 'middle' }, [text('No figures to draw')]),
    ])
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(1, (most - least) * 0.08)
  const [top, bottom] = [24, height - 44]
  const y = scaleLinear([least - room > 0 && least > most / 2 ? least - room : 0, most + room], [bottom, top]).nice(5)
  const ticks = y.ticks(5)
  const left = 16 + LETTER * Math.max(...ticks.map(tick => format(tick).length))
  const ends = endLabels(options, y)
  const right = width - 18 - LETTER * Math.max(0, ...ends.map(({ text: words }) => words.length))
  const scale = scalePoint(
    points.map((_, i) => i),
    [left + 8, right - 8],
  )
  const x = (i: number): number => scale(i) ?? 0
  const today = points.findLastIndex(({ figure }) => figure !== null)
  const now = numberOf(points[today]?.figure)
  const banded = (of: (point: FanChartPoint) => Band | undefined): readonly Placed[] =>
    points.flatMap((point, i) => {
      const [low, high] = (of(point) ?? []).map(numberOf)
      if (typeof low === 'number' && typeof high === 'number') return [{ x: x(i), low: y(low), high: y(high) }]
      // A band opens where the past ends.
      return i === today && now !== null ? [{ x: x(i), low: y(now), high: y(now) }] : []
    })
  const middle = (of: (point: FanChartPoint) => Shown | undefined): readonly (readonly [number, number])[] =>
    points.flatMap((point, i) => {
      const value = i === today ? now : numberOf(of(point))
      return value === null ? [] : [[x(i), y(value)] as const]
    })
  const path = line<readonly [number, number]>()
  const drawn = (name: string, at: readonly (readonly [number, number])[], dash?: string): readonly string[] =>
    at.length < 2
      ? []
      : [element('path', { class: name, d: path([...at]) ?? '', ...(dash ? { 'stroke-dasharray': dash } : {}) })]
  const bandMarks = (name: string, placed: readonly Placed[], dash?: string): readonly string[] => {
    if (placed.length < 2) return []
    const shape = area<Placed>()
      .x(point => point.x)
      .y0(point => point.low)
      .y1(point => point.high)
    const edge = (of: 'low' | 'high'): readonly (readonly [number, number])[] => placed.map(one => [one.x, one[of]])
    return [
      element('path', { class: `fan-band fan-band--${name}`, d: shape([...placed]) ?? '' }),
      ...drawn(`fan-edge fan-edge--${name}`, edge('low'), dash),
      ...drawn(`fan-edge fan-edge--${name}`, edge('high'), dash),
    ]
  }
  const every = Math.max(1, Math.ceil(points.length / (width < NARROW ? 3 : 7)))
  const naive = banded(({ ahead }) => ahead?.naive?.p80)
  return frame([
    ...ticks.flatMap(tick => [
      element('line', { class: 'grid', x1: left, x2: right, y1: y(tick), y2: y(tick) }),
      element('text', { class: 'tick', x: left - 8, y: y(tick) + 4, 'text-anchor': 'end' }, [text(format(tick))]),
    ]),
    ...points.flatMap((point, i) =>
      (points.length - 1 - i) % every === 0
        ? [element('text', { class: 'tick', x: x(i), y: bottom + 20, 'text-anchor': 'middle' }, [text(point.short)])]
        : [],
    ),
    ...(y.domain()[0] === 0
      ? []
      : [
          element('text', { class: 'tick', x: left, y: bottom + 37 }, [
            text(`The scale starts at ${format(y.domain()[0] ?? 0)}, not at 0`),
          ]),
        ]),
    ...(leads === 'model'
      ? [
          ...bandMarks(
            '95',
            banded(({ ahead }) => ahead?.p95),
            '2 3',
          ),
          ...bandMarks(
            '80',
            banded(({ ahead }) => ahead?.p80),
          ),
          ...bandMarks(
            '50',
            banded(({ ahead }) => ahead?.p50),
          ),
          ...drawn(
            'line',
            middle(({ ahead }) => ahead?.median),
            '7 3',
          ),
          ...drawn(
            'fan-naive',
            naive.map(one => [one.x, one.low]),
            '1 4',
          ),
          ...drawn(
            'fan-naive',
            naive.map(one => [one.x, one.high]),
            '1 4',
          ),
        ]
      : [
          ...bandMarks('80', naive),
          ...drawn(
            'line',
            middle(({ ahead }) => ahead?.naive?.median),
            '7 3',
          ),
          ...drawn(
            'fan-naive',
            banded(({ ahead }) => ahead?.p80).map(one => [one.x, one.low]),
            '1 4',
          ),
          ...drawn(
            'fan-naive',
            banded(({ ahead }) => ahead?.p80).map(one => [one.x, one.high]),
            '1 4',
          ),
        ]),
    ...pastMarks(points, x, y, bottom),
    ...todayMarks(points, today, x, top, bottom),
    ...spread(ends, 17, top, bottom).map(label =>
      element('text', { class: label.class, x: right + 4, y: label.y + 5 }, [text(label.text)]),
    ),
  ])
}

/** The past as a line with a dot a month; a month that may not be seen is a gap with its symbol. */
function pastMarks(
  points: readonly FanChartPoint[],
  x: (i: number) => number,
  y: (value: number) => number,
  bottom: number,
): readonly string[] {
  const past = points.flatMap(({ figure }, i) => (figure === null ? [] : [{ i, value: numberOf(figure) }]))
  const path = line<(typeof past)[number]>()
    .defined(({ value }) => value !== null)
    .x(({ i }) => x(i))
    .y(({ value }) => y(value ?? 0))
  return [
    element('path', { class: 'line', d: path(past) ?? '' }),
    ...past.map(({ i, value }) =>
      value === null
        ? element('text', { class: 'gap', x: x(i), y: bottom - 6, 'text-anchor': 'middle' }, [text('[c]')])
        : element('circle', { class: 'dot', cx: x(i), cy: y(value), r: 2.5 }),
    ),
  ]
}

function todayMarks(
  points: readonly FanChartPoint[],
  today: number,
  x: (i: number) => number,
  top: number,
  bottom: number,
): readonly string[] {
  if (today < 0 || today === points.length - 1) return []
  return [
    element('line', {
      class: 'spacing',
      x1: x(today),
      x2: x(today),
      y1: top - 6,
      y2: bottom,
      'stroke-dasharray': '1 3',
    }),
    element('text', { class: 'tick', x: x(today), y: top - 10, 'text-anchor': 'middle' }, [
      text(`Known to ${points[today]?.short ?? ''}`),
    ]),
  ]
}

/** What stands beside the end of the fan: the middle, and the 8 in 10 of whichever leads. */
function endLabels({ points, leads }: FanOptions, y: (value: number) => number): readonly SideLabel[] {
  const last = points.at(-1)?.ahead
  if (!last) return []
  const shown = leads === 'naive' && last.naive ? last.naive : last
  const label = (figure: Shown, words: string, name: string): readonly SideLabel[] => {
    const value = numberOf(figure)
    return value === null ? [] : [{ y: y(value), text: `${words}${figure.text}`, class: name }]
  }
  return [
    ...label(shown.p80[1], '8 in 10: ', 'limit-label'),
    ...label(shown.median, '', 'end'),
    ...label(shown.p80[0], '8 in 10: ', 'limit-label'),
  ]
}

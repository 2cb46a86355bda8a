import { area, line } from 'd3-shape'
import type { Shown } from '../disclosure/shown.ts'
import { gridMarks, monthLabels, NARROW, pastMarks, plotOf, scaleNote, sideMarks, todayMarks } from './fan-marks.ts'
import type { FanChartPoint, FanOptions } from './fan-point.ts'
import { describeFan } from './fan-words.ts'
import type { SideLabel } from './side-labels.ts'
import { chartFrame, element, text } from './svg.ts'
import { numberOf } from './trend-point.ts'

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
  const { x, y, ticks, start, left, right, top, bottom, ends } = plotOf(
    values,
    points.length,
    { width, height, format },
    at => endLabels(options, at, width < NARROW),
  )
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
  const naive = banded(({ ahead }) => ahead?.naive?.p80)
  return frame([
    ...gridMarks(ticks, y, format, left, right),
    ...monthLabels(points, x, bottom, width < NARROW),
    ...scaleNote(start, format, left, bottom),
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
    ...sideMarks(ends, right, top, bottom),
  ])
}

/**
 * What stands beside the end of the fan: the middle and the 8 in 10 of whichever leads, and the 8 in 10 of the other, each called by its
 * name. On a phone the names alone have room.
 */
function endLabels({ points, leads }: FanOptions, y: (value: number) => number, narrow: boolean): readonly SideLabel[] {
  const last = points.at(-1)?.ahead
  if (!last) return []
  const label = (figure: Shown, words: string, name: string): readonly SideLabel[] => {
    const value = numberOf(figure)
    return value === null ? [] : [{ y: y(value), text: `${words}${figure.text}`, class: name }]
  }
  const ends = ([low, high]: Band, whose: string): readonly SideLabel[] => {
    const words = narrow && whose ? `${whose}: ` : `${whose && `${whose}, `}8 in 10: `
    return [...label(high, words, 'limit-label'), ...label(low, words, 'limit-label')]
  }
  const { naive } = last
  return leads === 'naive' && naive
    ? [...ends(naive.p80, 'No change'), ...label(naive.median, '', 'end'), ...ends(last.p80, 'Model')]
    : [...ends(last.p80, ''), ...label(last.median, '', 'end'), ...(naive ? ends(naive.p80, 'No change') : [])]
}

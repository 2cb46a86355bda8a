import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Shown } from '../disclosure/shown.ts'
import { type SideLabel, spread } from './side-labels.ts'
import { chartFrame, element, text } from './svg.ts'
import { type TargetLine, targetMarks } from './target-marks.ts'
import { bandLabels, bandMarks, bandRoom } from './trend-bands.ts'
import { type Frame, limitMarks, pointMarks, toldMarks } from './trend-marks.ts'
import { numberOf, seen, type TrendBand, type TrendPoint } from './trend-point.ts'
import { rangeOf, valuesOf } from './trend-range.ts'
import { describeTrend } from './trend-words.ts'

export type { TrendBand, TrendPoint } from './trend-point.ts'

export type TrendOptions = {
  /** Unique on the page: the ids of the picture's title and description are made from it. */
  readonly id: string
  /** The finding, in a few words. */
  readonly title: string
  /** What is measured, where, and the unit. */
  readonly subtitle: string
  readonly points: readonly TrendPoint[]
  /** Target lines; the first has the words. */
  readonly targets?: readonly TargetLine[]
  readonly bands?: readonly TrendBand[]
  /** Where points stop being a year apart and become a month apart, as the place of the first of them. */
  readonly monthsFrom?: number
  /** The most that a value can be: an axis of shares ends at 100%. Left out: no end. */
  readonly most?: number
  /** How an axis value is written. */
  readonly format: (value: number) => string
  readonly width?: number
  readonly height?: number
}

/** Narrower than this, a drawing is for a phone: fewer labels, the same size of letters. */
const NARROW = 500

/**
 * A line of one measure over time as an accessible SVG: real text, a title and a description made from the same decided
 * figures, the last value at the end of the line, limits and target inside the axis and labelled where they end, a gap with
 * its symbol where a figure may not be seen or is not there.
 */
export function trendChart(options: TrendOptions): string {
  const { id, points } = options
  const targets = options.targets ?? []
  const bands = options.bands ?? []
  const [width, height] = [options.width ?? 720, (options.height ?? 300) + bandRoom(bands)]
  const values = valuesOf(
    points,
    targets.map(({ value }) => value),
  )
  const frame = (inside: readonly string[]): string =>
    chartFrame({ id, title: options.title, width, height }, describeTrend({ ...options, targets, bands }), inside)
  if (values.length === 0)
    return frame([
      element('text', { x: width / 2, y: height / 2, 'text-anchor': 'middle' }, [text('No figures to draw')]),
    ])

  const narrow = width < NARROW
  const hasLimits = points.some(({ limits }) => limits)
  const top = 16 + bandRoom(bands)
  const bottom = height - 44
  const y = scaleLinear(rangeOf(values, options.most), [bottom, top]).nice(5)
  const ticks = y.ticks(5)
  const tickWords = ticks.map(options.format)
  const left = 16 + LETTER * Math.max(...tickWords.map(({ length }) => length))
  const endWords = Math.max(0, ...sideLabels(points, y).map(({ text: words }) => words.length))
  const right = width - Math.max(hasLimits ? 60 : 40, 18 + LETTER * endWords)
  const scale = scalePoint(
    points.map((_, i) => i),
    [left + 8, right - 8],
  )
  const place: Frame = {
    x: i => scale(i) ?? 0,
    y: value => y(value),
    step: points.length > 1 ? scale.step() : right - left,
    left,
    right,
    top,
    bottom,
  }
  const path = line<TrendPoint>()
    .defined(point => seen(point) !== null)
    .x((_, i) => place.x(i))
    .y(point => place.y(seen(point) ?? 0))
  const grid = ticks.flatMap((tick, i) => [
    element('line', { class: 'grid', x1: left, x2: right, y1: y(tick), y2: y(tick) }),
    element('text', { class: 'tick', x: left - 8, y: y(tick) + 4, 'text-anchor': 'end' }, [text(tickWords[i] ?? '')]),
  ])
  const last = points.findLastIndex(point => seen(point) !== null)
  const aims = targetMarks(targets, points, place, LETTER)
  const ends = spread(sideLabels(points, y), 17, top, bottom)
  return frame([
    ...bandMarks(bands, place),
    ...grid,
    ...periodLabels(points, place, narrow ? 3 : 7),
    ...spacingMarks(options.monthsFrom, place),
    ...limitMarks(points, place),
    ...aims.lines,
    ...scaleBreak(y.domain()[0] ?? 0, options.format, place),
    element('path', { class: 'line', d: path([...points]) ?? '' }),
    ...toldMarks(points, place),
    ...pointMarks(points, place, narrow),
    ...gapMarks(points, place),
    ...aims.words,
    ...bandLabels(bands, place, LETTER),
    ...ends.map(label =>
      element(
        'text',
        { class: label.class, x: (last < 0 ? right : Math.max(place.x(last), right - 8)) + 12, y: label.y + 5 },
        [text(label.text)],
      ),
    ),
  ])
}

/** About as wide as a letter of the charts' 14px Arial is. */
const LETTER = 8

/** What stands beside the end of the lines: the last figure, its limits, and what it was last told as. */
function sideLabels(points: readonly TrendPoint[], y: (value: number) => number): readonly SideLabel[] {
  const end = points.findLast(point => seen(point) !== null)
  if (!end) return []
  const beside = (figure: Shown | null | undefined, words: string, name: string): readonly SideLabel[] => {
    const value = numberOf(figure)
    return value === null ? [] : [{ y: y(value), text: `${words}${figure?.text ?? ''}`, class: name }]
  }
  // Limits that ended before, where they start anew and are too few for others, are not those of the last figure.
  const limited = end.limits
  return [
    ...beside(limited?.high, 'Upper ', 'limit-label'),
    ...beside(end.figure, '', 'end'),
    ...beside(limited?.centre, limited?.high ? 'Usual ' : 'Middle ', 'limit-label'),
    ...beside(limited?.low, 'Lower ', 'limit-label'),
    ...beside(end.told, 'Was ', 'told-label'),
  ]
}

function periodLabels(points: readonly TrendPoint[], { x, bottom }: Frame, most: number): readonly string[] {
  const every = Math.max(1, Math.ceil(points.length / most))
  return points.flatMap((point, i) =>
    (points.length - 1 - i) % every === 0
      ? [element('text', { class: 'tick', x: x(i), y: bottom + 20, 'text-anchor': 'middle' }, [text(point.short)])]
      : [],
  )
}

const gapMarks = (points: readonly TrendPoint[], { x, bottom }: Frame): readonly string[] =>
  points.flatMap((point, i) =>
    point.figure.kind === 'number'
      ? []
      : [
          element('text', { class: 'gap', x: x(i), y: bottom - 6, 'text-anchor': 'middle' }, [
            text(point.figure.kind === 'hidden' ? '[c]' : '[x]'),
          ]),
        ],
  )

/** A scale that does not start at 0 says so, with a break in its axis: a line across part of a scale looks steeper. */
function scaleBreak(start: number, format: (value: number) => string, { left, bottom }: Frame): readonly string[] {
  if (start === 0) return []
  const zigzag = `M${left},${bottom - 14}l-5,3l10,4l-10,4l5,3`
  return [
    element('path', { class: 'scale-break', d: zigzag }),
    element('text', { class: 'tick', x: left, y: bottom + 37 }, [
      text(`The scale starts at ${format(start)}, not at 0`),
    ]),
  ]
}

/** Years and months are as far from each other on one drawing: a rule says where the one ends and the other begins. */
function spacingMarks(monthsFrom: number | undefined, { x, step, top, bottom }: Frame): readonly string[] {
  if (monthsFrom === undefined || monthsFrom <= 0) return []
  const at = x(monthsFrom) - step / 2
  const words = (text_: string, by: number): string =>
    element('text', { class: 'tick', x: at + by, y: top + 12, 'text-anchor': by < 0 ? 'end' : 'start' }, [text(text_)])
  return [
    element('line', { class: 'spacing', x1: at, x2: at, y1: top, y2: bottom, 'stroke-dasharray': '1 3' }),
    // Left of the axis are its numbers: where years have no room, the months alone are named.
    ...(monthsFrom > 1 && at - 6 - 9 * LETTER >= x(0) - 8 ? [words('each year', -6)] : []),
    words('each month', 6),
  ]
}

import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Shown } from '../disclosure/shown.ts'
import { type SideLabel, spread } from './side-labels.ts'
import { element, text } from './svg.ts'
import { numberOf } from './trend-point.ts'

// What drawings of months that were and months ahead have in common.

/** About as wide as a letter of the charts' 14px Arial is. */
const LETTER = 8
/** Narrower than this, a drawing is for a phone. */
export const NARROW = 500

/** A month that was (`figure`), or one ahead (null). */
type Month = { readonly short: string; readonly figure: Shown | null }

export type Plot = {
  readonly x: (i: number) => number
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
  /** Where the scale starts. */
  readonly start: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The words beside the end. */
  readonly ends: readonly SideLabel[]
}

/** Where months and values lie, with room for the words beside the end. At least one value. */
export function plotOf(
  values: readonly number[],
  months: number,
  size: { readonly width: number; readonly height: number; readonly format: (value: number) => string },
  endsAt: (y: (value: number) => number) => readonly SideLabel[],
): Plot {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(1, (most - least) * 0.08)
  const [top, bottom] = [24, size.height - 44]
  const y = scaleLinear([least - room > 0 && least > most / 2 ? least - room : 0, most + room], [bottom, top]).nice(5)
  const ticks = y.ticks(5)
  const left = 16 + LETTER * Math.max(...ticks.map(tick => size.format(tick).length))
  const ends = endsAt(y)
  const right = size.width - 18 - LETTER * Math.max(0, ...ends.map(({ text: words }) => words.length))
  const scale = scalePoint(
    Array.from({ length: months }, (_, i) => i),
    [left + 8, right - 8],
  )
  return {
    x: i => scale(i) ?? 0,
    y: value => y(value),
    ticks,
    start: y.domain()[0] ?? 0,
    left,
    right,
    top,
    bottom,
    ends,
  }
}

/** The words beside the end, apart from one another. */
export const sideMarks = (ends: readonly SideLabel[], right: number, top: number, bottom: number): readonly string[] =>
  spread(ends, 17, top, bottom).map(label =>
    element('text', { class: label.class, x: right + 4, y: label.y + 5 }, [text(label.text)]),
  )

export const gridMarks = (
  ticks: readonly number[],
  y: (value: number) => number,
  format: (value: number) => string,
  left: number,
  right: number,
): readonly string[] =>
  ticks.flatMap(tick => [
    element('line', { class: 'grid', x1: left, x2: right, y1: y(tick), y2: y(tick) }),
    element('text', { class: 'tick', x: left - 8, y: y(tick) + 4, 'text-anchor': 'end' }, [text(format(tick))]),
  ])

/** The names of some months, the last among them. */
export function monthLabels(
  points: readonly Month[],
  x: (i: number) => number,
  bottom: number,
  narrow: boolean,
): readonly string[] {
  const every = Math.max(1, Math.ceil(points.length / (narrow ? 3 : 7)))
  return points.flatMap((point, i) =>
    (points.length - 1 - i) % every === 0
      ? [element('text', { class: 'tick', x: x(i), y: bottom + 20, 'text-anchor': 'middle' }, [text(point.short)])]
      : [],
  )
}

/** A scale that does not start at 0 says so. */
export const scaleNote = (
  start: number,
  format: (value: number) => string,
  left: number,
  bottom: number,
): readonly string[] =>
  start === 0
    ? []
    : [
        element('text', { class: 'tick', x: left, y: bottom + 37 }, [
          text(`The scale starts at ${format(start)}, not at 0`),
        ]),
      ]

/** The past as a line with a dot a month; a month that may not be seen is a gap with its symbol. */
export function pastMarks(
  points: readonly Month[],
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

/** Where the past ends. */
export function todayMarks(
  points: readonly Month[],
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

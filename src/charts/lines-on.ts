import { line } from 'd3-shape'
import type { Shown } from '../disclosure/shown.ts'
import { gridMarks, monthLabels, NARROW, pastMarks, plotOf, scaleNote, sideMarks, todayMarks } from './fan-marks.ts'
import type { SideLabel } from './side-labels.ts'
import { chartFrame, element, text } from './svg.ts'
import { numberOf } from './trend-point.ts'

/** A straight line drawn on from the past, by its assumption. */
export type LineOn = {
  /** `Last 3 months`, and where there is little room `3 months`. */
  readonly label: string
  readonly short: string
  /** `−1.6 a month`. */
  readonly change: Shown
  /** By month drawn: where it begins, the last month known and the months ahead; null between and before. */
  readonly values: readonly (Shown | null)[]
}

export type LinesOnOptions = {
  /** Unique on the page: the ids of the picture's title and description are made from it. */
  readonly id: string
  readonly title: string
  /** What is counted, and where. */
  readonly subtitle: string
  /** The months that were, and those ahead (`figure` null). */
  readonly points: readonly { readonly period: string; readonly short: string; readonly figure: Shown | null }[]
  readonly lines: readonly LineOn[]
  /** How an axis value is written. */
  readonly format: (value: number) => string
  readonly width?: number
  readonly height?: number
}

/** A dash of its own for each, so that none is told by colour. */
const dashes = ['2 3', '5 3', '9 3', '9 3 2 3', '14 4'] as const

/** Whether all of a line may be seen: two of its figures would give the others. */
const canBeDrawn = ({ values }: LineOn): boolean => values.every(value => value === null || value.kind === 'number')

/** What the lines show, in words, from the same decided figures as the drawing. */
export function describeLinesOn({
  subtitle,
  points,
  lines,
}: Pick<LinesOnOptions, 'subtitle' | 'points' | 'lines'>): string {
  const now = points.findLast(({ figure }) => figure !== null)
  const said = lines.map(
    ({ label, change, values }) => `${label.toLowerCase()}, ${change.text}: ${values.at(-1)?.text ?? ''}`,
  )
  return [
    `${subtitle}.`,
    now?.figure ? `${now.figure.text} at ${now.period}.` : '',
    `What it would be at ${points.at(-1)?.period ?? ''} if the average change went on of the ${said.join('; ')}.`,
    'None is a forecast, and together they are no range.',
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * "What if the change of the last months went on": thin dashed lines, each through the month it begins at and the last one known, without
 * a band, so that they are never taken for a range (statistics.md 3.2). A line of which a figure may not be seen is not drawn.
 */
export function linesOnChart(options: LinesOnOptions): string {
  const { id, title, points, lines, format } = options
  const [width, height] = [options.width ?? 720, options.height ?? 300]
  const frame = (inside: readonly string[]): string =>
    chartFrame({ id, title, width, height }, describeLinesOn(options), inside)
  const drawn = lines.map((one, i) => ({ ...one, dash: dashes[i % dashes.length] ?? '' })).filter(canBeDrawn)
  const values = [...points.map(({ figure }) => figure), ...drawn.flatMap(one => one.values)].flatMap(
    shown => numberOf(shown) ?? [],
  )
  if (values.length === 0)
    return frame([
      element('text', { x: width / 2, y: height / 2, 'text-anchor': 'middle' }, [text('No figures to draw')]),
    ])
  const narrow = width < NARROW
  const { x, y, ticks, start, left, right, top, bottom, ends } = plotOf(
    values,
    points.length,
    { width, height, format },
    at => endLabels(drawn, at, narrow),
  )
  const path = line<readonly [number, number]>()
  const today = points.findLastIndex(({ figure }) => figure !== null)
  return frame([
    ...gridMarks(ticks, y, format, left, right),
    ...monthLabels(points, x, bottom, narrow),
    ...scaleNote(start, format, left, bottom),
    ...drawn.map(({ values: own, dash }) =>
      element('path', {
        class: 'line-on',
        d:
          path(
            own.flatMap((value, i) => {
              const at = numberOf(value)
              return at === null ? [] : [[x(i), y(at)] as const]
            }),
          ) ?? '',
        'stroke-dasharray': dash,
      }),
    ),
    ...pastMarks(points, x, y, bottom),
    ...todayMarks(points, today, x, top, bottom),
    ...sideMarks(ends, right, top, bottom),
  ])
}

/** Each line by its assumption, and what it would come to. */
const endLabels = (lines: readonly LineOn[], y: (value: number) => number, narrow: boolean): readonly SideLabel[] =>
  lines.flatMap(({ label, short, change, values }) => {
    const last = values.at(-1)
    const value = numberOf(last)
    return value === null || !last
      ? []
      : [{ y: y(value), text: `${narrow ? short : `${label} (${change.text})`}: ${last.text}`, class: 'limit-label' }]
  })

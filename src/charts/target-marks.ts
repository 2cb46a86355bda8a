import { element, text } from './svg.ts'
import type { Frame } from './trend-marks.ts'
import { numberOf, seen, type TrendPoint } from './trend-point.ts'

export type TargetLine = { readonly value: number; readonly text: string }

/** The lines of a target; the words of the first stand where the figures and limits leave the most room. */
export function targetMarks(
  targets: readonly TargetLine[],
  points: readonly TrendPoint[],
  frame: Frame,
  letter: number,
): { readonly lines: readonly string[]; readonly words: readonly string[] } {
  const lines = targets.map(({ value }) => {
    const at = frame.y(value)
    return element('line', {
      class: 'target',
      x1: frame.left,
      x2: frame.right,
      y1: at,
      y2: at,
      'stroke-dasharray': '6 4',
    })
  })
  const [first] = targets
  if (!first) return { lines, words: [] }
  const { x, y } = roomiest(first, points, frame, letter)
  return { lines, words: [element('text', { class: 'target-label', x, y }, [text(first.text)])] }
}

function roomiest(
  target: TargetLine,
  points: readonly TrendPoint[],
  frame: Frame,
  letter: number,
): { readonly x: number; readonly y: number } {
  const long = target.text.length * letter
  const line = frame.y(target.value)
  const lefts = [frame.left + 6, (frame.left + frame.right - long) / 2, frame.right - long - 6].filter(
    x => x >= frame.left,
  )
  const places = lefts
    .flatMap(x => [
      { x, y: line - 6 },
      { x, y: line + 17 },
    ])
    .filter(({ y }) => y > frame.top + 8 && y < frame.bottom - 2)
  const room = ({ x, y }: { readonly x: number; readonly y: number }): number =>
    Math.min(
      ...heights(points, frame)
        .filter(([at]) => at >= x - frame.step && at <= x + long + frame.step)
        .map(([, height]) => Math.abs(height - (y - 5))),
      Number.MAX_SAFE_INTEGER,
    )
  return places.reduce(
    (best, place) => (room(place) > room(best) ? place : best),
    places[0] ?? { x: frame.left + 6, y: line - 6 },
  )
}

/** Where something is drawn: points, the middle of each step of the line, and limits. */
const heights = (points: readonly TrendPoint[], { x, y, step }: Frame): readonly (readonly [number, number])[] =>
  points.flatMap((point, i) => {
    const next = points[i + 1]
    const [here, there] = [seen(point), next ? seen(next) : null]
    const middle = here !== null && there !== null ? ([[x(i) + step / 2, y((here + there) / 2)]] as const) : []
    const others = [point.limits?.centre, point.limits?.low, point.limits?.high, point.told].map(numberOf)
    return [...[here, ...others].filter(value => value !== null).map(value => [x(i), y(value)] as const), ...middle]
  })

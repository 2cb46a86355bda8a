import { curveStep, line, symbol, symbolTriangle } from 'd3-shape'
import { element } from './svg.ts'
import { numberOf, seen, type TrendPoint } from './trend-point.ts'

/** Where points and values lie. */
export type Frame = {
  readonly x: (i: number) => number
  readonly y: (value: number) => number
  /** From one point to the next. */
  readonly step: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const round = (n: number): number => Math.round(n * 10) / 10

/** The usual level and the limits, as steps: each point has its own, for months differ in how many they are about. */
export function limitMarks(points: readonly TrendPoint[], { x, y }: Frame): readonly string[] {
  return (['low', 'high', 'centre'] as const).flatMap(which => {
    const at = (point: TrendPoint): number | null => numberOf(point.limits?.[which])
    if (points.every(point => at(point) === null)) return []
    const path = line<TrendPoint>()
      .defined(point => at(point) !== null)
      .x((_, i) => round(x(i)))
      .y(point => round(y(at(point) ?? 0)))
      .curve(curveStep)
    return [
      element('path', {
        class: which === 'centre' ? 'centre' : 'limit',
        d: path([...points]) ?? '',
        ...(which === 'centre' ? {} : { 'stroke-dasharray': '3 3' }),
      }),
    ]
  })
}

/** A dot a point; one beyond chance is a triangle that points the way it is out, so that no meaning rests on colour. */
export function pointMarks(points: readonly TrendPoint[], { x, y }: Frame, small: boolean): readonly string[] {
  return points.flatMap((point, i) => {
    const value = seen(point)
    if (value === null) return []
    if (point.mark) {
      const turn = point.mark.way === 'low' ? ' rotate(180)' : ''
      return [
        element('path', {
          class: `mark mark--${point.mark.tone}`,
          d: symbol(symbolTriangle, small ? 80 : 110)() ?? '',
          transform: `translate(${round(x(i))},${round(y(value))})${turn}`,
        }),
      ]
    }
    return points.length > 40 ? [] : [element('circle', { class: 'dot', cx: x(i), cy: y(value), r: small ? 2.5 : 3.5 })]
  })
}

/** The figure as it was last told, a ring where it was, tied to the figure it has become. */
export function toldMarks(points: readonly TrendPoint[], { x, y }: Frame): readonly string[] {
  return points.flatMap((point, i) => {
    const [told, now] = [numberOf(point.told), seen(point)]
    if (told === null || now === null) return []
    return [
      element('line', { class: 'told-tie', x1: x(i), x2: x(i), y1: y(told), y2: y(now) }),
      element('circle', { class: 'told', cx: x(i), cy: y(told), r: 4.5 }),
    ]
  })
}

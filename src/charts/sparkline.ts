import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Shown } from '../disclosure/shown.ts'
import { element } from './svg.ts'

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

import type { Shown } from '../disclosure/shown.ts'
import { element, text } from './svg.ts'

export type FlowNode = {
  readonly id: string
  readonly label: string
  readonly side: 'stay' | 'move'
  readonly figure: Shown
}
export type FlowOptions = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly describe: string
  readonly from: readonly FlowNode[]
  readonly to: readonly FlowNode[]
  readonly flows: readonly { readonly from: string; readonly to: string; readonly figure: Shown }[]
  readonly width?: number
}

const BAR = 14
/** About as wide as a letter of the labels is, in the widest of the fonts a reader may have. */
const LETTER = 8.2
/** Room for bands between the bars, whatever the labels take. */
const BANDS = 340
const GAP = 10
const LEAST = 18
const size = (figure: Shown): number => (figure.kind === 'number' ? figure.value : 0)

const wordsOf = ({ label, figure }: FlowNode): string => `${label}: ${figure.text}`
/** Room beside a column of bars for its longest words. */
const roomFor = (nodes: readonly FlowNode[]): number =>
  12 + LETTER * Math.max(...nodes.map(node => wordsOf(node).length), 0)

type Box = { readonly y: number; readonly height: number }

/** Boxes one under another, as tall as what they hold; a hidden or small one keeps room for its words. */
function stack(nodes: readonly FlowNode[], scale: number): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>()
  let y = 0
  for (const { id, figure } of nodes) {
    const height = Math.max(LEAST, size(figure) * scale)
    boxes.set(id, { y, height })
    y += height + GAP
  }
  return boxes
}

const bottom = (boxes: ReadonlyMap<string, Box>): number =>
  Math.max(0, ...[...boxes.values()].map(({ y, height }) => y + height))

/**
 * Where children were at one end of a period and at the other, as bands between two columns of bars: real text beside each
 * bar, a title and description, no meaning by colour alone. A hidden figure has no band and says its symbol. The table of the
 * same figures stands beside it on the page.
 */
export function flowChart(options: FlowOptions): string {
  const { id, from, to, flows } = options
  const [before, after] = [roomFor(from), roomFor(to)]
  const width = Math.max(options.width ?? 1000, before + after + 2 * BAR + BANDS)
  const total = from.reduce((sum, { figure }) => sum + size(figure), 0)
  const scale = total === 0 ? 0 : 560 / total
  const [left, right] = [stack(from, scale), stack(to, scale)]
  const height = Math.max(bottom(left), bottom(right)) + 4
  const [x1, x2] = [before + BAR, width - after - BAR]
  const used = { from: new Map<string, number>(), to: new Map<string, number>() }
  const rank = new Map(to.map((node, i) => [node.id, i]))
  const bands = [...flows]
    .sort((a, b) => (rank.get(a.to) ?? 0) - (rank.get(b.to) ?? 0))
    .flatMap(flow => {
      const [a, b] = [left.get(flow.from), right.get(flow.to)]
      const thick = size(flow.figure) * scale
      if (!a || !b || thick === 0) return []
      const y1 = a.y + (used.from.get(flow.from) ?? 0)
      const y2 = b.y + (used.to.get(flow.to) ?? 0)
      used.from.set(flow.from, (used.from.get(flow.from) ?? 0) + thick)
      used.to.set(flow.to, (used.to.get(flow.to) ?? 0) + thick)
      const middle = (x1 + x2) / 2
      const path = `M${r(x1)},${r(y1)} C${r(middle)},${r(y1)} ${r(middle)},${r(y2)} ${r(x2)},${r(y2)} L${r(x2)},${r(y2 + thick)} C${r(middle)},${r(y2 + thick)} ${r(middle)},${r(y1 + thick)} ${r(x1)},${r(y1 + thick)} Z`
      const kind = flow.from.startsWith('came') ? 'came' : flow.to.startsWith('left') ? 'left' : 'stayed'
      return [element('path', { class: `flow flow--${kind}`, d: path })]
    })
  const bars = (nodes: readonly FlowNode[], boxes: ReadonlyMap<string, Box>, side: 'from' | 'to'): readonly string[] =>
    nodes.flatMap(node => {
      const box = boxes.get(node.id)
      if (!box) return []
      const x = side === 'from' ? before : width - after - BAR
      return [
        element('rect', { class: `flow-bar flow-bar--${node.side}`, x, y: box.y, width: BAR, height: box.height }),
        element(
          'text',
          {
            class: 'flow-label',
            x: side === 'from' ? before - 8 : width - after + 8,
            y: box.y + Math.min(box.height, 22) / 2 + 5,
            'text-anchor': side === 'from' ? 'end' : 'start',
          },
          [text(wordsOf(node))],
        ),
      ]
    })
  return element(
    'svg',
    {
      class: 'hearth-chart hearth-flow',
      viewBox: `0 0 ${width} ${r(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
    },
    [
      element('title', { id: `${id}-title` }, [text(options.title)]),
      element('desc', { id: `${id}-desc` }, [text(options.describe)]),
      ...bands,
      ...bars(from, left, 'from'),
      ...bars(to, right, 'to'),
    ],
  )
}

const r = (n: number): number => Math.round(n * 10) / 10

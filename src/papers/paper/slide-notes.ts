import type { Run } from './paper.ts'
import type { Part } from './slide-parts.ts'
import type { Slide } from './slides-of.ts'

const runsIn = (part: Part): readonly Run[] =>
  part.kind === 'text' ? part.runs : part.kind === 'table' ? part.lines.flatMap(({ cells }) => cells.flat()) : []

/** What a speaker has below a slide: what its charts show, and where each of its figures is from. */
export function slideNotes({ parts }: Slide): string {
  const charts = parts.flatMap(part => (part.kind === 'picture' ? [`${part.chart.id}: ${part.chart.alt}`] : []))
  const dated = parts.flatMap(part =>
    part.kind === 'table' && part.block.asOf !== null ? [`${part.block.id}: data at ${part.block.asOf.text}.`] : [],
  )
  const figures = parts.flatMap(runsIn).flatMap(run => {
    if (run.kind !== 'figure') return []
    const { code, catalogue, measure, part, slice, period } = run.source
    const what = [catalogue, measure, part, slice ?? '', period].filter(Boolean).join(', ')
    return [`${code}: ${run.shown.text} (${what})`]
  })
  return [...charts, ...dated, ...(figures.length === 0 ? [] : ['Where the figures are from:', ...figures])].join('\n')
}

import type { BreakdownAsked, GridAsked, MeasureAsked, PaperAsked } from '../../report/paper-view.ts'
import { askedOf } from './desk-of-paper.ts'
import { piecesOf, referenceOf } from './known-names.ts'
import type { BlockOf, MeasureNamed, Template, TemplateBlock, TemplateSection } from './template.ts'

/** Every block of a template, in reading order. */
export const allBlocks = (sections: readonly TemplateSection[]): readonly TemplateBlock[] =>
  sections.flatMap(section => [...section.blocks, ...allBlocks(section.sections)])

/** A measure as the desk is asked for it. */
function plain(one: MeasureNamed): MeasureAsked {
  const { measure, window, title } = askedOf(one)
  return { measure, ...(window === undefined ? {} : { window }), ...(title === undefined ? {} : { title }) }
}

/** The measures that words refer to. */
const namedIn = (written: string): readonly MeasureAsked[] =>
  piecesOf(written).flatMap(piece => {
    const reference = 'field' in piece ? referenceOf(piece.field) : null
    return reference ? [{ measure: reference.measure }] : []
  })

/** The rows that a block needs. */
function rowsFor(block: TemplateBlock): readonly MeasureAsked[] {
  switch (block.kind) {
    case 'text':
      return namedIn(block.text)
    case 'facts':
      return block.facts.flatMap(({ text }) => namedIn(text))
    case 'story':
      return (block.measures ?? []).map(plain)
    case 'chart':
      return [plain(block.measure)]
    case 'priorities':
      return block.priorities.flatMap(({ measures }) => measures.map(plain))
    case 'table':
      return (block.measures ?? []).flatMap(one => {
        const { with: rate } = askedOf(one)
        return rate === undefined ? [plain(one)] : [plain(one), { measure: rate }]
      })
    default:
      return []
  }
}

const gridOf = ({ lines, total }: BlockOf<'grid'>): GridAsked => ({
  total,
  lines: lines.map(line =>
    typeof line === 'string'
      ? { measure: line }
      : {
          measure: line.measure,
          ...(line.by === undefined ? {} : { by: line.by }),
          ...(line.title === undefined ? {} : { title: line.title }),
        },
  ),
})

const breakdownOf = ({ by, measures }: BlockOf<'breakdown'>): BreakdownAsked => ({ by, measures: measures.map(plain) })

/** What a template asks of the desk for an audience. */
export function askedFor(template: Template, asked: Pick<PaperAsked, 'at' | 'audience' | 'paper'>): PaperAsked {
  const blocks = allBlocks(template.sections)
  const rows = blocks.flatMap(rowsFor)
  return {
    ...asked,
    scorecard: template.scorecard,
    rows: [...new Map(rows.map(one => [`${one.measure} ${one.window ?? ''}`, one])).values()],
    outturns: blocks.flatMap(block =>
      block.kind === 'table' && block.columns.includes('out-turn') ? (block.measures ?? []).map(plain) : [],
    ),
    grids: blocks.flatMap(block => (block.kind === 'grid' ? [gridOf(block)] : [])),
    narrative: blocks.some(block => block.kind === 'story' && block.story !== 'young people'),
    priorities: blocks.some(({ kind }) => kind === 'priorities'),
    forecast: blocks.some(({ kind }) => kind === 'forecast'),
    breakdowns: blocks.flatMap(block => (block.kind === 'breakdown' ? [breakdownOf(block)] : [])),
  }
}

import { actionsTable } from './actions-table.ts'
import { codesTable, sourcesTable } from './appendix-tables.ts'
import { canBeDrawn, chartBlock } from './chart-block.ts'
import { type Assembling, hasChanged, isOffTarget, rowNamed, themesNamed } from './desk-of-paper.ts'
import { forecastBlocks } from './forecast-blocks.ts'
import type { Block } from './paper.ts'
import { priorityBlocks } from './priorities.ts'
import { breakdownTable, gridTable, measureTable, notesUnder } from './tables.ts'
import type { BlockOf, TemplateBlock } from './template.ts'

/** What has been counted so far, to number what comes. */
const countOf = ({ made }: Assembling, kind: 'table' | 'chart'): number =>
  [...made.values()].flat().filter(block => block.kind === kind).length

function charts(a: Assembling, block: BlockOf<'charts'>): readonly Block[] {
  const first = countOf(a, 'chart')
  return themesNamed(a, block.charts)
    .flatMap(({ rows }) => rows)
    .filter(canBeDrawn)
    .filter(
      row =>
        block.only === undefined ||
        (block.only.includes('off target') && isOffTarget(row)) ||
        (block.only.includes('changed') && hasChanged(row)),
    )
    .map((row, i) => {
      const word = row.direction?.word ?? 'Not shown'
      const finding = word === 'Not shown' || word === 'Not enough data' ? '' : `: ${word.toLowerCase()}`
      return chartBlock(a, row, `${row.title}${finding}`, `Chart ${first + i + 1}`)
    })
}

function chart(a: Assembling, block: BlockOf<'chart'>): readonly Block[] {
  const row = rowNamed(a, block.measure)
  return row && canBeDrawn(row) ? [chartBlock(a, row, block.chart, `Chart ${countOf(a, 'chart') + 1}`)] : []
}

/** Makes the tables and charts of a block and keeps them; gives whether it is of tables or charts at all. */
export function makeTables(a: Assembling, block: TemplateBlock, places: Map<TemplateBlock, number>): boolean {
  const one = (table: Block | null): readonly Block[] => (table ? [table] : [])
  const place = places.get(block) ?? 0
  const next = (): string => `Table ${countOf(a, 'table') + 1}`
  const found = ((): readonly Block[] | null => {
    switch (block.kind) {
      case 'table':
        return [...one(measureTable(a, block)), ...notesUnder(a, block)]
      case 'grid':
        return one(gridTable(a, block, place))
      case 'breakdown':
        return one(breakdownTable(a, block, place))
      case 'chart':
        return chart(a, block)
      case 'charts':
        return charts(a, block)
      case 'priorities': {
        let more = 0
        return priorityBlocks(a, block, () => `Table ${countOf(a, 'table') + ++more}`)
      }
      case 'forecast': {
        let [tables, drawn] = [countOf(a, 'table'), countOf(a, 'chart')]
        return forecastBlocks(
          a,
          block,
          () => `Table ${++tables}`,
          () => `Chart ${++drawn}`,
        )
      }
      case 'actions':
        return actionsTable(a, block, next())
      case 'sources':
        return sourcesTable(a, block, next())
      case 'codes':
        return [codesTable(a, block, next(), [...a.made.values()].flat())]
      default:
        return null
    }
  })()
  if (found) a.made.set(block, found)
  return found !== null
}

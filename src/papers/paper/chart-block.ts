import { trendChart } from '../../charts/trend.ts'
import { describeTrend } from '../../charts/trend-words.ts'
import { sayDay } from '../../kit/day.ts'
import { sayAxis } from '../../report/say.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import { onDataOf } from '../../report/story-when.ts'
import { chartStyle } from './chart-style.ts'
import { type Assembling, dataDate, dayOfRow, printed, rowFigure, words } from './desk-of-paper.ts'
import type { ChartBlock } from './paper.ts'
import { notesOn } from './tables.ts'

const LABEL = 1.6

const FEWEST = 4

/** Whether there is something to draw: figures that may be seen of half the periods or more, and not all of so few that each is told as people (`1 of 6`). */
export function canBeDrawn({ trend }: RowView): boolean {
  const seen = trend.filter(({ figure }) => figure.kind === 'number')
  return seen.length >= Math.max(FEWEST, trend.length / 2) && seen.some(({ figure }) => !figure.text.includes(' of '))
}

/** A drawing as a file of its own: with its namespace and its styles. */
export const standingAlone = (svg: string): string =>
  svg
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('<title', `<style>${chartStyle}</style><title`)

/** The twelve months of a row: drawn, said in words, and as a table of one line. */
export function chartBlock(assembling: Assembling, row: RowView, caption: string, id: string): ChartBlock {
  const { view, at } = assembling
  const targets = [row.target?.value, row.target?.upper].flatMap(line =>
    line?.kind === 'number' ? [{ value: line.value, text: `Target: ${row.targetText}` }] : [],
  )
  const drawing = {
    id: id.toLowerCase().replaceAll(' ', '-'),
    title: printed(caption),
    subtitle: printed(`${row.title}, ${view.scorecard.authority.name}, ${row.unit}`),
    points: row.trend,
    targets,
    format: sayAxis(row.unit),
    ...(row.unit === '%' ? { most: 1 } : {}),
  }
  const day = dayOfRow(row)
  const data = [
    [[words('Figure')], ...row.trend.map(point => [rowFigure(assembling, row, 'trend', point.figure, point)])],
  ]
  const all = LABEL + row.trend.length
  return {
    kind: 'chart',
    id,
    caption: printed(caption),
    svg: standingAlone(trendChart({ ...drawing, width: 720, height: 260 })),
    alt: describeTrend({ ...drawing, bands: [] }),
    data: {
      kind: 'table',
      id: `${id} data`,
      caption: printed(`Data of ${id.replace('Chart', 'chart')}: ${row.title}`),
      columns: [
        { title: 'Period', align: 'left', share: LABEL / all },
        ...row.trend.map(({ short }) => ({ title: short, align: 'right' as const, share: 1 / all })),
      ],
      rows: data,
      // One note of them all: there may be one a month.
      notes: [...notesOn(data), ...[onDataOf(row).join(' ')].filter(Boolean)],
      asOf: dataDate(at, day, sayDay(day)),
    },
  }
}

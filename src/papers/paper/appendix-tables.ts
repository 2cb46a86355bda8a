import type { SourcesView } from '../../report/sources-view.ts'
import { kindLines, sourceLines } from '../sources-table.ts'
import { type Assembling, isOlder, words } from './desk-of-paper.ts'
import { type PrintedFigure, runsOfBlock } from './figures.ts'
import type { Block, TableBlock } from './paper.ts'
import type { BlockOf } from './template.ts'
import { paragraph } from './texts.ts'

/** Columns of words, with their shares of the width. */
const wordColumns = (titles: readonly (readonly [title: string, share: number])[]): TableBlock['columns'] =>
  titles.map(([title, share]) => ({ title, share, align: 'left' as const }))

/** What the figures stand on: its dates, what is set aside, what is missing, of the sources that feed this paper; for a board and the public each kind of source, with what is late or missing. */
export function sourcesTable(a: Assembling, block: BlockOf<'sources'>, id: string): readonly Block[] {
  const { scorecard, rows: extra, sources: all } = a.view
  const inPaper = measuresPrinted(a)
  const sources = sourcesOf(all, inPaper)
  const table = (columns: TableBlock['columns'], lines: readonly (readonly string[])[]): Block => ({
    kind: 'table',
    id,
    caption: block.sources,
    columns,
    rows: lines.map(line => line.map(text => [words(text)])),
    notes: [
      ...sources.standIns.map(text => `Standing in for a better source: ${text}.`),
      ...([...scorecard.themes.flatMap(one => one.rows), ...extra].some(
        row => inPaper.has(row.measure ?? '') && isOlder(a, row),
      )
        ? [
            'Some figures are older than this paper, since they are of a term, a quarter or a year, or nothing newer has come: their day stands beside them.',
          ]
        : []),
    ],
    asOf: null,
  })
  const nothing = paragraph([words('No source that we hold feeds a figure of this paper.')])
  if (sources.inFull && sourceLines(sources).length === 0) return [nothing]
  if (sources.inFull)
    return [
      table(
        wordColumns([
          ['Source', 0.2],
          ['What is held', 0.26],
          ['Kind', 0.2],
          ['Feeds', 0.2],
          ['Would feed', 0.14],
        ]),
        sourceLines(sources).map(({ source, held, group, feeds, wouldFeed }) => [
          source,
          held,
          group,
          feeds,
          wouldFeed,
        ]),
      ),
    ]
  const [theme] = scorecard.themes
  const rows = [...scorecard.themes.flatMap(one => one.rows), ...extra]
  const lines = theme ? kindLines(sources, { themes: [{ ...theme, rows }] }) : []
  if (lines.length === 0) return [nothing]
  return [
    table(
      wordColumns([
        ['Kind of source', 0.3],
        ['What is held', 0.35],
        ['Late or missing', 0.35],
      ]),
      lines.map(({ kind, held, late }) => [kind, held, late]),
    ),
  ]
}

/** The sources that feed or would feed some of these measures, and what of them. */
const sourcesOf = (view: SourcesView, measures: ReadonlySet<string>): SourcesView => ({
  ...view,
  groups: view.groups.map(group => ({
    ...group,
    sources: group.sources.flatMap(source => {
      const [used, missing] = [source.used, source.missing].map(all => all.filter(({ id }) => measures.has(id)))
      return used?.length || missing?.length ? [{ ...source, used: used ?? [], missing: missing ?? [] }] : []
    }),
  })),
})

/** The measures of which a table or chart of the paper before this one prints a figure: what feeds others is no matter here. */
const measuresPrinted = ({ made }: Assembling): ReadonlySet<string> =>
  new Set(
    [...made.values()]
      .flat()
      .flatMap(runsOfBlock)
      .flatMap(run => (run.kind === 'figure' ? [run.source.measure] : [])),
  )

/** Each headline figure of the tables by its short code: what it is, of when, and the reference of its definition. */
export function codesTable(
  { view }: Assembling,
  block: BlockOf<'codes'>,
  id: string,
  printed: readonly Block[],
): Block {
  const titles = new Map(
    [...view.scorecard.themes.flatMap(({ rows }) => rows), ...view.rows].map(row => [row.measure, row.title]),
  )
  const figures = new Map(
    printed
      .filter(({ kind }) => kind === 'table')
      .flatMap(runsOfBlock)
      .filter((run): run is PrintedFigure => run.kind === 'figure')
      .filter(({ shown, source }) => shown.kind === 'number' && source.part === 'value' && source.slice === undefined)
      .map(one => [one.source.code, one]),
  )
  return {
    kind: 'table',
    id,
    caption: block.codes,
    columns: [
      { title: 'Code', share: 0.1, align: 'left' },
      { title: 'Printed', share: 0.14, align: 'right' },
      { title: 'What it is', share: 0.38, align: 'left' },
      { title: 'Period', share: 0.2, align: 'left' },
      { title: 'Definition', share: 0.18, align: 'left' },
    ],
    rows: [...figures.values()].map(figure => [
      [words(figure.source.code)],
      [figure],
      [words(titles.get(figure.source.measure) ?? figure.source.measure.replaceAll('-', ' '))],
      [words(figure.source.period)],
      [words(figure.source.catalogue)],
    ]),
    notes: [],
    asOf: null,
  }
}

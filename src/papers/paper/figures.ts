import type { Block, Paper, Run } from './paper.ts'

export type PrintedFigure = Extract<Run, { readonly kind: 'figure' }>

/** The runs of a block in reading order; those of a chart are its data. */
export function runsOfBlock(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'paragraph':
      return block.runs
    case 'list':
      return block.items.flat()
    case 'facts':
      return block.facts.flatMap(({ runs }) => runs)
    case 'table':
      return block.rows.flat(2)
    case 'chart':
      return block.data.rows.flat(2)
  }
}

/** Every figure of a paper in reading order, as often as it is printed: what each format of the paper must hold. */
export const figuresOf = (paper: Paper): readonly PrintedFigure[] =>
  paper.sections.flatMap(({ blocks }) =>
    blocks.flatMap(runsOfBlock).filter((run): run is PrintedFigure => run.kind === 'figure'),
  )

/** What a run reads. */
export const textOf = (run: Run): string => (run.kind === 'words' ? run.text : run.shown.text)

/** What runs read, one after another. */
export const wordsOf = (runs: readonly Run[]): string => runs.map(textOf).join('')

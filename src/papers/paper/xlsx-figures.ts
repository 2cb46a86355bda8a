import type { PaperTable } from '../table.ts'
import { runsOfBlock } from './figures.ts'
import type { Paper } from './paper.ts'
import { printedNumber } from './printed-number.ts'

/** Every figure of a paper with what proves it: its code, its measure, which of its figures it is, of what part and when. */
export function figuresTable({ sections }: Paper): PaperTable {
  return {
    columns: [
      { title: 'Code', width: 10 },
      { title: 'Printed', width: 18 },
      { title: 'Section', width: 40 },
      { title: 'Measure', width: 40 },
      { title: 'Reference', width: 16 },
      { title: 'Part', width: 16 },
      { title: 'Breakdown', width: 44 },
      { title: 'Period', width: 46 },
    ],
    rows: sections.flatMap(({ number, title, blocks }) =>
      blocks
        .flatMap(runsOfBlock)
        .flatMap(run =>
          run.kind === 'figure'
            ? [
                [
                  run.source.code,
                  (run.shown.kind === 'number' ? printedNumber(run.shown.text) : null) ?? (run.shown.text || '[z]'),
                  number === null ? title : `${number} ${title}`,
                  run.source.measure,
                  run.source.catalogue || '[z]',
                  run.source.part,
                  run.source.slice ?? '[z]',
                  run.source.period,
                ],
              ]
            : [],
        ),
    ),
  }
}

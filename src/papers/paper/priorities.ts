import { type Assembling, rowNamed, words } from './desk-of-paper.ts'
import type { Block } from './paper.ts'
import { columnsOf, lineOf } from './row-cells.ts'
import { notesOn } from './tables.ts'
import type { BlockOf, MeasureNamed, TableColumn } from './template.ts'
import { partBlocks, standingOn } from './written.ts'

const columns: readonly TableColumn[] = ['indicator', 'latest and rate', 'target', 'against target', 'direction']

/** The council's own priorities as it decided them, where it has any; else those of the template. */
function prioritiesOf(
  a: Assembling,
  block: BlockOf<'priorities'>,
): readonly { readonly title: string; readonly measures: readonly MeasureNamed[]; readonly said: readonly Block[] }[] {
  const { priorities } = a.view.words
  if (priorities.length === 0)
    return block.priorities.map(({ title, measures, 'we want': want }) => ({
      title,
      measures,
      said: [{ kind: 'paragraph', runs: [words(`${title}. `, true), words(want)], asOf: null }],
    }))
  return priorities.map(({ title, measures, parts, owner }) => {
    const begin = [words(`${title}. `, true), ...(owner === null ? [] : [words(`Answers for it: ${owner}. `)])]
    return {
      title,
      measures,
      said: parts.length ? partBlocks(a, parts, begin) : [{ kind: 'paragraph', runs: begin, asOf: null }],
    }
  })
}

/** A council's priorities: what it wants, and how it will know: the measures of each, as they stand. */
export function priorityBlocks(a: Assembling, block: BlockOf<'priorities'>, nextId: () => string): readonly Block[] {
  return prioritiesOf(a, block).flatMap((priority): readonly Block[] => {
    const rows = priority.measures.flatMap(one => rowNamed(a, one) ?? [])
    const id = nextId()
    const lines = rows.map(row => lineOf(a, columns, row, null))
    for (const { measure } of rows) if (measure !== null) a.tableOf.set(measure, id)
    return [
      ...priority.said,
      ...(rows.length === 0
        ? [{ kind: 'paragraph', runs: [words('No measure of this priority is held.')], asOf: null } as const]
        : [
            {
              kind: 'table',
              id,
              caption: `${priority.title}: how will we know?`,
              columns: columnsOf(columns),
              rows: lines,
              notes: notesOn(lines),
              asOf: null,
            } as const,
            ...standingOn(a, rows),
          ]),
    ]
  })
}

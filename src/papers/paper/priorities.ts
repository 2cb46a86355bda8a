import { type Assembling, rowNamed, words } from './desk-of-paper.ts'
import type { Block } from './paper.ts'
import { columnsOf, lineOf } from './row-cells.ts'
import type { BlockOf, TableColumn } from './template.ts'

const columns: readonly TableColumn[] = ['indicator', 'latest and rate', 'target', 'against target', 'direction']

/** A council's priorities: what it wants, and how it will know: the measures of each, as they stand. */
export function priorityBlocks(a: Assembling, block: BlockOf<'priorities'>, nextId: () => string): readonly Block[] {
  return block.priorities.flatMap((priority): readonly Block[] => {
    const rows = priority.measures.flatMap(one => rowNamed(a, one) ?? [])
    const id = nextId()
    for (const { measure } of rows) if (measure !== null) a.tableOf.set(measure, id)
    return [
      { kind: 'paragraph', runs: [words(`${priority.title}. `, true), words(priority['we want'])], asOf: null },
      ...(rows.length === 0
        ? [{ kind: 'paragraph', runs: [words('No measure of this priority is held.')], asOf: null } as const]
        : [
            {
              kind: 'table',
              id,
              caption: `${priority.title}: how will we know?`,
              columns: columnsOf(columns),
              rows: rows.map(row => lineOf(a, columns, row, null)),
              notes: [],
              asOf: null,
            } as const,
          ]),
    ]
  })
}

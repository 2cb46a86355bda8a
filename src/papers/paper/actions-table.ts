import { sayDay } from '../../kit/day.ts'
import { type Assembling, words } from './desk-of-paper.ts'
import type { Block, TableBlock } from './paper.ts'
import type { BlockOf } from './template.ts'
import { runsInCell } from './written.ts'

const columns: TableBlock['columns'] = [
  { title: 'Indicator', align: 'left', share: 0.27 },
  { title: 'What we will do', align: 'left', share: 0.4 },
  { title: 'Who answers for it', align: 'left', share: 0.18 },
  { title: 'By when', align: 'left', share: 0.15 },
]
const NOT_YET = 'Not written yet'

/** What will be done, by whom and by when; after it what is off target or gets worse and has no answer yet. */
export function actionsTable(a: Assembling, block: BlockOf<'actions'>, id: string): readonly Block[] {
  const { actions, unanswered } = a.view.words
  if (actions.length + unanswered.length === 0)
    return [
      {
        kind: 'paragraph',
        runs: [words('Nothing is off target or getting worse beyond chance, so that no answer is asked for.')],
        asOf: null,
      },
    ]
  return [
    {
      kind: 'table',
      id,
      caption: block.actions,
      columns,
      rows: [
        ...actions.map(({ title, words: said, owner, due }) => [
          [words(title)],
          runsInCell(a, [said]),
          [words(owner)],
          [words(sayDay(due))],
        ]),
        ...unanswered.map(({ title, because }) => [
          [words(`${title} (${because.join(' and ')})`)],
          [words(NOT_YET)],
          [words(NOT_YET)],
          [words(NOT_YET)],
        ]),
      ],
      notes: [],
      asOf: null,
    },
  ]
}

import { sayDay } from '../../kit/day.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import { type Assembling, rowNamed, words } from './desk-of-paper.ts'
import type { Block, TableBlock } from './paper.ts'
import type { BlockOf } from './template.ts'
import { runsInCell } from './written.ts'

const columns: TableBlock['columns'] = [
  { title: 'Indicator', align: 'left', share: 0.26 },
  { title: 'What we will do', align: 'left', share: 0.36 },
  { title: 'Who answers for it', align: 'left', share: 0.18 },
  { title: 'By when', align: 'left', share: 0.2 },
]
const NOT_YET = 'No answer yet'
const NOTHING = words('–')

/** What answers a worry stands before the rest, and what is about a figure that is not shown stands last. */
function placeOf(a: Assembling, measure: string): number {
  const row = rowNamed(a, measure)
  if (row?.latest.figure.kind === 'hidden') return 2
  const worries = row !== null && (row.direction?.reads === 'worse' || isShort(row))
  return worries ? 0 : 1
}
const isShort = ({ rag }: RowView): boolean => rag.kind === 'rated' && rag.status !== 'on target'

/** What will be done, by whom and by when; after it what is off target or gets worse and has no answer yet. */
export function actionsTable(a: Assembling, block: BlockOf<'actions'>, id: string): readonly Block[] {
  const { unanswered } = a.view.words
  const actions = a.view.words.actions.toSorted((x, y) => placeOf(a, x.measure) - placeOf(a, y.measure))
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
          [NOTHING],
          [NOTHING],
        ]),
      ],
      notes: [],
      asOf: null,
    },
  ]
}

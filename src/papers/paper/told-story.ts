import { sayDay } from '../../kit/day.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import type { StoryFigure, StoryParagraph } from '../../report/story.ts'
import { isOff, isTold } from '../../report/story-judged.ts'
import { storyOfTheme } from '../../report/story-theme.ts'
import { youngStory } from '../../report/story-young.ts'
import { type Assembling, dayOfRow, words } from './desk-of-paper.ts'
import type { Block, DataDate, Run } from './paper.ts'
import { runsInCell } from './written.ts'

/** Figures that a narrative may put in other words than the row prints them: each form has its own code. */
const reworded: readonly StoryFigure['part'][] = ['target', 'last year size', 'at least', 'at most', 'moves']

function figureRun({ code }: Assembling, one: StoryFigure): Run {
  const { shown, measure, catalogue, window, part, period, periodEnd } = one
  const named = reworded.includes(part) ? `${part} ${shown.text}` : part
  return {
    kind: 'figure',
    shown,
    source: {
      code: code({ measure, part: named, periodEnd, window, slice: null }),
      measure,
      catalogue,
      part,
      period,
    },
  }
}

/** `(Table 4)`, `(Tables 4 and 5)`: where the rows of a paragraph stand. */
function tableRefs({ tableOf }: Assembling, rows: readonly string[]): readonly Run[] {
  const tables = [...new Set(rows.flatMap(row => tableOf.get(row) ?? []))].toSorted((a, b) =>
    a.localeCompare(b, 'en-GB', { numeric: true }),
  )
  const [first] = tables
  if (first === undefined) return []
  if (tables.length === 1) return [words(` (${first})`)]
  const numbers = tables.map(table => table.replace('Table ', ''))
  return [words(` (Tables ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)})`)]
}

/**
 * The days that the rows of a paragraph speak for, where these are not the paper's: the paragraph's own where all are of one, else
 * said of each row. A paragraph about one measure says when by itself.
 */
function datesOf(
  { at }: Assembling,
  { about, rows }: StoryParagraph,
  all: readonly RowView[],
): { readonly asOf: DataDate | null; readonly said: string } {
  const told = all.filter(row => row.state === 'measured' && rows.includes(row.measure ?? row.catalogue))
  const late = told.filter(row => dayOfRow(row) !== at)
  const days = [...new Set(late.map(dayOfRow))]
  const [day] = days
  if (about === 'measure' || day === undefined) return { asOf: null, said: '' }
  if (late.length === told.length && days.length === 1) return { asOf: { day, text: sayDay(day) }, said: '' }
  const each = days.map(one => {
    const titles = late.filter(row => dayOfRow(row) === one).map(row => `“${lowered(row.title)}”`)
    const last = titles.pop() ?? ''
    return `${titles.length ? `${titles.join(', ')} and ${last} are` : `${last} is`} at ${sayDay(one)}`
  })
  return { asOf: null, said: ` Of these, ${each.join('; ')}.` }
}

const lowered = (title: string): string => `${title.charAt(0).toLowerCase()}${title.slice(1)}`

function paragraphOf(a: Assembling, story: StoryParagraph, rows: readonly RowView[]): Block {
  const { asOf, said } = datesOf(a, story, rows)
  const runs = story.runs.map(run => (run.kind === 'words' ? words(run.text) : figureRun(a, run)))
  return {
    kind: 'paragraph',
    runs: [...runs, ...(said === '' ? [] : [words(said)]), ...tableRefs(a, story.rows)],
    asOf,
  }
}

/** What officers will do about rows of which a promise was not kept. */
const whatWeWillDo = (a: Assembling, rows: readonly RowView[]): readonly Run[] =>
  a.view.words.actions
    .filter(({ measure }) => rows.some(row => row.measure === measure))
    .flatMap(({ words: said }) => [words(' What we will do: '), ...runsInCell(a, [said])])

/** The narrative of some rows: all of it, what stands out, or in short sentences for young people. */
export function storyBlocks(
  a: Assembling,
  form: 'full' | 'short' | 'young people',
  area: { readonly id: string; readonly rows: readonly RowView[] },
): readonly Block[] {
  if (form === 'young people')
    return youngStory(area.rows).map(({ runs, rows: about }) => ({
      kind: 'paragraph',
      runs: [
        ...runs.map(run => (run.kind === 'words' ? words(run.text) : figureRun(a, run))),
        ...whatWeWillDo(
          a,
          area.rows.filter(row => isOff(row) && isTold(row) && about.includes(row.measure ?? row.catalogue)),
        ),
      ],
      asOf: null,
    }))
  const rows = [...a.view.scorecard.themes.flatMap(theme => theme.rows), ...a.view.rows]
  const { paragraphs } = storyOfTheme({ ...area, title: '' }, { rows, moves: a.view.moves }, a.turn)
  return paragraphs
    .filter(({ about }) => form === 'full' || about === 'measure')
    .map(one => paragraphOf(a, one, area.rows))
}

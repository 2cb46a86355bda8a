import { NUMBER_ONLY } from './number-only.ts'
import type { RowView, ThemeView } from './scorecard-view.ts'
import {
  figureOf,
  inTurn,
  listed,
  nameOf,
  type StoryParagraph,
  type StoryRuns,
  say,
  sentences,
  type ThemeStory,
  type Turn,
  turns,
} from './story.ts'
import { isOn, isQuiet, isSure, isTold, standing } from './story-judged.ts'
import { tellOfHeadline, tellOfRow } from './story-row.ts'
import { type StoryContext, type Telling, telling } from './story-telling.ts'
import { quoted, unitAfter } from './story-title.ts'

/** The narrative of a scorecard: what stands out first in each theme, what says nothing new in a sentence at its end. */
export const storyOf = (
  themes: readonly ThemeView[],
  context: Omit<StoryContext, 'rows'> = {},
): readonly ThemeStory[] => {
  const turn = turns()
  const rows = themes.flatMap(theme => theme.rows)
  return themes.map(theme => storyOfTheme(theme, { ...context, rows }, turn))
}

/** The narrative of one theme. */
export function storyOfTheme({ id, title, rows }: ThemeView, context: StoryContext, turn: Turn = turns()): ThemeStory {
  const t = telling(context, turn)
  const told = rows.filter(isTold).toSorted((a, b) => standing(a) - standing(b))
  const headline = told.find(row => row === rows[0] && isHeadline(row))
  const few = told.filter(row => isQuiet(row) && isTooFew(row))
  const only = told.filter(row => isQuiet(row) && row.rag.text === NUMBER_ONLY)
  const quiet = told.filter(row => isQuiet(row) && row !== headline && !few.includes(row) && !only.includes(row))
  return {
    id,
    title,
    paragraphs: [
      ...(headline ? [tellOfHeadline(t, headline)] : []),
      ...told.filter(row => !isQuiet(row)).map(row => tellOfRow(t, row)),
      ...gathered('quiet', quiet, runs => ofQuiet(t, runs)),
      ...gathered('few', few, some => [
        inTurn(turn, 'few', [
          () => say`too few to rate: ${listed(some.map(named))}`,
          () => say`these count too few to be rated: ${listed(some.map(named))}`,
        ]),
      ]),
      ...gathered('few', only, some => [say`told in numbers only, and not judged: ${listed(some.map(named))}`]),
      ...absent(rows),
    ],
  }
}

/** How many there are, which a section begins with and is about: said whole, though nothing about it is new. */
const isHeadline = (row: RowView): boolean =>
  row.unit === 'number' && row.window === 'month' && isQuiet(row) && !isTooFew(row) && row.rag.text !== NUMBER_ONLY

const isTooFew = ({ rag }: RowView): boolean => rag.text === 'Too few to rate'

/** A row by its title, with its figure. */
const named = (row: RowView): StoryRuns => {
  const close = row.rag.kind === 'rated' && !isSure(row) ? ', too close to be sure' : ''
  return say`${quoted(row)} (${figureOf(row, 'value', row.latest.figure)}${unitAfter(row, row.latest.figure.text)}${close})`
}

const gathered = (
  about: StoryParagraph['about'],
  rows: readonly RowView[],
  tell: (rows: readonly RowView[]) => readonly StoryRuns[],
): readonly StoryParagraph[] => {
  const runs = rows.length === 0 ? [] : sentences(tell(rows))
  return runs.length === 0 ? [] : [{ about, rows: rows.map(nameOf), runs }]
}

/** Rows that say nothing new, by where they stand against their target. */
function ofQuiet(t: Telling, rows: readonly RowView[]): readonly StoryRuns[] {
  const [clear, unsure] = [rows.filter(isNoChange), rows.filter(row => !isNoChange(row))]
  const tell = (some: readonly RowView[], change: string): readonly StoryRuns[] => {
    const on = some.filter(isOn)
    const within = some.filter(({ rag }) => rag.kind === 'rated' && rag.status === 'within tolerance')
    const none = some.filter(({ rag }) => rag.kind === 'none')
    return [
      on.length > 0
        ? inTurn(t.turn, `on target ${change}`, [
            () => say`on target, with ${change}: ${listed(on.map(named))}`,
            () => say`the target is met for ${listed(on.map(named))}, with ${change}`,
            () => say`with ${change}, ${listed(on.map(named))} ${on.length === 1 ? 'is' : 'are'} on target`,
          ])
        : [],
      within.length > 0 ? say`within tolerance, with ${change}: ${listed(within.map(named))}` : [],
      none.length > 0
        ? inTurn(t.turn, `no target ${change}`, [
            () => say`without a target to judge by, and with ${change}: ${listed(none.map(named))}`,
            () => say`for information, with ${change}: ${listed(none.map(named))}`,
          ])
        : [],
    ]
  }
  return [...tell(clear, 'no clear change'), ...tell(unsure, 'too little to tell a change from chance')]
}
const isNoChange = ({ direction }: RowView): boolean => direction?.word === 'No clear change'

/** Rows without a figure that may be seen, and why, each kind of reason once. */
function absent(rows: readonly RowView[]): readonly StoryParagraph[] {
  const missing = rows.filter(row => !isTold(row))
  const of = (...states: readonly RowView['state'][]): readonly RowView[] =>
    missing.filter(({ state }) => states.includes(state))
  const because = (some: readonly RowView[]): StoryRuns =>
    listed(some.map(row => (row.reason ? say`${quoted(row)} (${lowerFirst(row.reason)})` : quoted(row))))
  const titles = (some: readonly RowView[]): StoryRuns => listed(some.map(quoted))
  return [
    ...gathered('hidden', of('hidden'), some => [
      say`so that nobody can be identified, ${some.length === 1 ? 'the figure is' : 'figures are'} not shown for ${titles(some)}`,
    ]),
    ...gathered('none', of('unreliable'), some => [
      say`too much is not known for ${some.length === 1 ? 'a figure' : 'figures'} to be given of ${because(some)}`,
    ]),
    ...gathered('none', of('no one in scope'), some => [say`nobody was in scope of ${titles(some)}`]),
    ...gathered('none', of('not measured', 'not applicable'), some => [say`there is no figure for ${because(some)}`]),
    ...gathered('awaited', of('awaiting data', 'measured'), some => [say`data are awaited for ${because(some)}`]),
  ]
}
const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '')

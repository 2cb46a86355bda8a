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
import { hasNoEarlier } from './story-change.ts'
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
      ...closing(
        [...quiet, ...few, ...only, ...rows.filter(row => !isTold(row))],
        [
          ...ofQuiet(t, quiet),
          saying(few, some =>
            inTurn(turn, 'few', [
              () => say`too few to rate: ${listed(some.map(named))}`,
              () => say`these count too few to be rated: ${listed(some.map(named))}`,
            ]),
          ),
          saying(only, some => say`told in numbers only, and not judged: ${listed(some.map(named))}`),
          ...absent(t, rows),
        ],
      ),
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

/** What a theme closes with, in one paragraph: rows that say nothing new, and rows without a figure. */
const closing = (rows: readonly RowView[], said: readonly StoryRuns[]): readonly StoryParagraph[] => {
  const runs = sentences(said)
  return runs.length === 0 ? [] : [{ about: 'rest', rows: rows.map(nameOf), runs }]
}
const saying = (rows: readonly RowView[], tell: (rows: readonly RowView[]) => StoryRuns): StoryRuns =>
  rows.length === 0 ? [] : tell(rows)

/** Rows that say nothing new, by where they stand against their target. */
function ofQuiet(t: Telling, rows: readonly RowView[]): readonly StoryRuns[] {
  const first = rows.filter(hasNoEarlier)
  const [clear, unsure] = [true, false].map(is => rows.filter(row => isNoChange(row) === is && !first.includes(row)))
  const tell = (some: readonly RowView[], change: string): readonly StoryRuns[] => {
    const on = some.filter(isOn)
    const within = some.filter(({ rag }) => rag.kind === 'rated' && rag.status === 'within tolerance')
    const unrated = (is: (text: string) => boolean): readonly RowView[] =>
      some.filter(({ rag }) => rag.kind === 'none' && is(rag.text))
    return [
      saying(on, all =>
        inTurn(t.turn, `on target ${change}`, [
          () => say`on target, with ${change}: ${listed(all.map(named))}`,
          () => say`the target is met for ${listed(all.map(named))}, with ${change}`,
          () => say`with ${change}, ${listed(all.map(named))} ${all.length === 1 ? 'is' : 'are'} on target`,
        ]),
      ),
      saying(within, all => say`within tolerance, with ${change}: ${listed(all.map(named))}`),
      saying(
        unrated(text => text === 'No target'),
        all => untargeted(t, all, change),
      ),
      saying(
        unrated(text => text === 'Target being set'),
        all => say`a target is being set for ${listed(all.map(named))}, with ${change}`,
      ),
      saying(
        unrated(text => text === 'For information'),
        all => say`for information, with ${change}: ${listed(all.map(named))}`,
      ),
      saying(
        unrated(text => text.startsWith('Not rated')),
        all => say`not rated, with ${change}: ${listed(all.map(named))}`,
      ),
    ]
  }
  return [
    ...tell(clear ?? [], 'no clear change'),
    ...tell(unsure ?? [], 'too little to tell a change from chance'),
    ...tell(first, 'no earlier figure'),
  ]
}
const isNoChange = ({ direction }: RowView): boolean => direction?.word === 'No clear change'

/** Rows that would be judged if they had a target. */
const untargeted = (t: Telling, rows: readonly RowView[], change: string): StoryRuns => {
  const all = listed(rows.map(named))
  const isClear = change === 'no clear change'
  return inTurn(t.turn, `no target ${change}`, [
    () => say`no target is set for ${all}, and ${isClear ? 'no change is clear' : `there is ${change}`}`,
    () => say`with no target and ${change}: ${all}`,
    () => say`there is ${change} in ${all}, for which no target is set`,
  ])
}

/** Rows without a figure that may be seen, and why, each kind of reason once. */
function absent(t: Telling, rows: readonly RowView[]): readonly StoryRuns[] {
  const missing = rows.filter(row => !isTold(row))
  const of = (...states: readonly RowView['state'][]): readonly RowView[] =>
    missing.filter(({ state }) => states.includes(state))
  const because = (some: readonly RowView[]): StoryRuns =>
    listed(
      some.map(row =>
        row.reason && !/^some not known$/i.test(row.reason)
          ? say`${quoted(row)} (${lowerFirst(row.reason)})`
          : quoted(row),
      ),
    )
  const titles = (some: readonly RowView[]): StoryRuns => listed(some.map(quoted))
  return [
    saying(of('hidden'), some => hiddenRows(t, some)),
    saying(
      of('unreliable'),
      some =>
        say`too much is not known for ${some.length === 1 ? 'a figure' : 'figures'} to be given of ${because(some)}`,
    ),
    saying(of('no one in scope'), some => say`nobody was in scope of ${titles(some)}`),
    saying(of('not measured', 'not applicable'), some => say`there is no figure for ${because(some)}`),
    saying(of('awaiting data', 'measured'), some => say`data are awaited for ${because(some)}`),
  ]
}

/** Hidden rows: why at length once in a narrative, then in short. */
function hiddenRows(t: Telling, rows: readonly RowView[]): StoryRuns {
  const titles = listed(rows.map(quoted))
  return t.turn('hidden', Number.MAX_SAFE_INTEGER) === 0
    ? say`so that nobody can be identified, ${rows.length === 1 ? 'the figure is' : 'figures are'} not shown for ${titles}`
    : say`kept back, so that nobody is identified: ${titles}`
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '')

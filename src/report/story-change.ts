import type { PeriodFigure, RowView } from './scorecard-view.ts'
import { figureOf, inTurn, type StoryRuns, say } from './story.ts'
import { isRealChange, wayOf } from './story-judged.ts'
import type { Telling } from './story-telling.ts'
import { lowered, peopleOf, unitAfter } from './story-title.ts'
import { stepOf, whenBefore } from './story-when.ts'

/** Numbers under ten in words, for what is counted in time; from ten in digits, as GOV.UK writes them. */
const inWords = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
export const countWord = (n: number): string => inWords[n] ?? String(n)

/** For how many of the last periods the figure has printed the same, the latest included. */
export function staticFor({ trend, latest }: RowView): number {
  if (latest.figure.kind !== 'number') return 0
  let same = 0
  for (const { figure } of trend.toReversed()) {
    if (figure.kind !== 'number' || figure.text !== latest.figure.text) break
    same++
  }
  return same
}

/** The figure of the period before, where it may be seen. */
const before = ({ prior }: RowView): PeriodFigure | null => (prior?.figure.kind === 'number' ? prior : null)

/** Whether the latest figure is the first: a hidden one before it is one. */
export const hasNoEarlier = ({ prior, trend }: RowView): boolean =>
  [...(prior ? [prior] : []), ...trend.slice(0, -1)].every(({ figure }) => figure.kind === 'none')

/** Whether it changed, by what signals bear, beside the figure of the period before. */
export function changed(t: Telling, row: RowView): StoryRuns {
  const { direction } = row
  const known = direction !== null && direction.word !== 'Not shown'
  if (known && isRealChange(row)) return reallyChanged(t, row)
  const same = staticFor(row)
  if (known && same >= 3) return stands(t, row, same)
  const prior = before(row)
  const was = prior ? say`${figureOf(row, 'prior', prior.figure, prior)}${unitAfter(row, prior.figure.text)}` : null
  const when = prior ? whenBefore(row, prior) : ''
  const doubt = row.change?.doubt ? ', and what is not known could undo the difference' : ''
  if (!known) return was ? say`${when} it was ${was}` : []
  const clear = direction.word === 'No clear change'
  if (!was && hasNoEarlier(row)) return say`there is no earlier figure to compare it with`
  if (!was) return clear ? say`there is no clear change` : say`there is too little to tell a change from chance`
  if (prior?.figure.text === row.latest.figure.text) return say`that is as it was ${when}, so there is no clear change`
  return clear
    ? inTurn(t.turn, 'no clear change', [
        () => say`there is no clear change: it was ${was} ${when}${doubt}`,
        () => say`${when} it was ${was}, which is no clear change${doubt}`,
        () => say`no change is clear from the ${was} of ${when}${doubt}`,
      ])
    : inTurn(t.turn, 'too little', [
        () => say`it was ${was} ${when}, but there is too little to tell a change from chance${doubt}`,
        () => say`${when} it was ${was}; whether that is more than chance cannot be told${doubt}`,
        () => say`the difference from the ${was} of ${when} cannot be told from chance${doubt}`,
      ])
}

function stands(t: Telling, row: RowView, same: number): StoryRuns {
  const long = `${countWord(same)} ${stepOf(row.window)}s`
  return inTurn(t.turn, 'static', [
    () => say`it has been static for the last ${long}`,
    () => say`for the last ${long} it has not moved`,
  ])
}

function reallyChanged(t: Telling, row: RowView): StoryRuns {
  const because = evidence(row)
  const word = { Improving: 'improving', 'Getting worse': 'getting worse', Rising: 'rising', Falling: 'falling' }[
    row.direction?.word ?? ''
  ]
  const beyond = because.includes('chance') ? '' : ', by more than chance would explain'
  const prior = before(row)
  const was = prior ? say`${figureOf(row, 'prior', prior.figure, prior)}${unitAfter(row, prior.figure.text)}` : null
  const from = moved(row)
  const when = prior ? whenBefore(row, prior) : ''
  const what = `real change ${word ?? ''}`
  if (!was || !word) return say`it is ${word ?? ''}${beyond}: ${because}`
  if (prior?.figure.text === row.latest.figure.text)
    return say`the figure is as it was ${when}, but it is ${word}${beyond}: ${because}`
  // Only a move the way of the signal is said with it: two points are no direction.
  if (from === null || from !== wayOf(row)) return say`it was ${was} ${when}, and is ${word}${beyond}: ${because}`
  return inTurn(t.turn, what, [
    () => say`it is ${from} from ${was} ${when}, and ${word}${beyond}: ${because}`,
    () => say`this is ${word}${beyond}: ${because}, and the figure is ${from} from ${was} ${when}`,
    () => say`${from} from ${was} ${when}, it is ${word}${beyond}: ${because}`,
  ])
}

/** What bears the change out, as part of a sentence. */
function evidence(row: RowView): string {
  const people = peopleOf(row)?.many ?? 'children'
  return lowered(row.direction?.because ?? '')
    .replace(/^(more|fewer) children came into the count than usual/, `$1 ${people} than usual came to be counted`)
    .replace(/^(more|fewer) children went out of the count than usual/, `$1 ${people} than usual ceased to be counted`)
}

function moved({ latest, prior }: RowView): 'up' | 'down' | null {
  if (latest.figure.kind !== 'number' || prior?.figure.kind !== 'number') return null
  if (latest.figure.value === prior.figure.value) return null
  return latest.figure.value > prior.figure.value ? 'up' : 'down'
}

import { capitalised } from '../kit/text.ts'
import type { RowView } from './scorecard-view.ts'
import { figureOf, inTurn, type StoryRuns, say } from './story.ts'
import type { Telling } from './story-telling.ts'
import { agreeing, clauseOf, lowered, peopleOf, quoted, subjectOf, titleOf, unitAfter, wasOf } from './story-title.ts'

const value = (row: RowView): StoryRuns =>
  say`${figureOf(row, 'value', row.latest.figure)}${unitAfter(row, row.latest.figure.text)}`
const isFew = ({ latest }: RowView): boolean => latest.figure.text.includes(' of ')

/** The first sentence of a paragraph on a row whose figure is shown: what stands, of how many, and when. */
export function opening(t: Telling, row: RowView): StoryRuns {
  const at = t.when(row)
  const tail = at === null ? '' : ` ${at}`
  const lead = (other: string): string => (at === null ? other : capitalised(at))
  if (row.unit === ':1') return ofRatio(t, row, tail, lead)
  if (isFew(row)) return ofFew(t, row, tail, lead)
  if (row.interval !== null && clauseOf(row)) return ofShare(t, row, tail, lead)
  if (row.unit === 'number' && peopleOf(row)) return ofCount(t, row, tail, lead)
  const days = /^Days from (.*)$/.exec(titleOf(row))?.[1]
  if (days !== undefined && row.madeOf?.startsWith('Mean of '))
    return inTurn(t.turn, 'opening of days', [
      () => say`It took ${value(row)} on average from ${days}${tail}${ofMany(row)}`,
      () => say`${lead('On average')}, ${value(row)} went by from ${days}${ofMany(row)}`,
    ])
  const name = row.interval !== null && peopleOf(row) ? `the share of ${lowered(titleOf(row))}` : subjectOf(row)
  const was = name === subjectOf(row) ? wasOf(row) : 'was'
  return inTurn(t.turn, 'opening', [
    () => say`${name} ${was} ${value(row)}${tail}${ofMany(row)}`,
    () =>
      at === null
        ? say`${name} came to ${value(row)}${ofMany(row)}`
        : say`${at}, ${name} stood at ${value(row)}${ofMany(row)}`,
    () => say`for ${name} the figure${tail} was ${value(row)}${ofMany(row)}`,
  ])
}

/** Of how many, in brackets: a share’s two numbers, those a mean is of, both sides of a gap. */
function ofMany(row: RowView): StoryRuns {
  const { numerator, denominator } = row.latest
  if (numerator.kind !== 'number' && denominator?.kind !== 'number') return []
  const upper = figureOf(row, 'numerator', numerator)
  if (denominator === null) return []
  const lower = figureOf(row, 'denominator', denominator)
  if (row.interval !== null) return say` (${upper} of ${lower})`
  const who = /^Mean of [\d,]+ (\S+):/.exec(row.madeOf ?? '')?.[1]
  if (who !== undefined && denominator.kind === 'number') return say` (the mean of ${lower} ${who})`
  if (row.madeOf?.startsWith('Ours ')) return say` (ours ${upper}, the region’s ${lower})`
  return []
}

function ofFew(t: Telling, row: RowView, tail: string, lead: (other: string) => string): StoryRuns {
  const clause = clauseOf(row)
  const few = figureOf(row, 'value', row.latest.figure)
  const { numerator } = row.latest
  const one = numerator.kind === 'number' && numerator.value === 1
  const { denominator } = row.latest
  // "0 of 1 children" is no English.
  const alone = denominator?.kind === 'number' && denominator.value === 1
  if (!clause || alone) return say`the figure for ${quoted(row)}${tail} was ${few}`
  return inTurn(t.turn, 'opening of few', [
    () => say`${lead('In all')}, ${few} ${clause.who} ${clause.did(one)}`,
    () => say`just ${few} ${clause.who} ${clause.did(one)}${tail}`,
  ])
}

function ofShare(t: Telling, row: RowView, tail: string, lead: (other: string) => string): StoryRuns {
  const clause = clauseOf(row)
  const { numerator, denominator } = row.latest
  if (!clause || denominator === null) return []
  const [x, n] = [figureOf(row, 'numerator', numerator), figureOf(row, 'denominator', denominator)]
  const did = clause.did(numerator.kind === 'number' && numerator.value === 1)
  return inTurn(t.turn, 'opening of a share', [
    () => say`${lead('In all')}, ${x} of ${n} ${clause.who} (${value(row)}) ${did}`,
    () => say`the share of ${lowered(titleOf(row))} was ${value(row)}${tail}, or ${x} of ${n}`,
    () => say`of ${n} ${clause.who}${tail}, ${x} ${did}, which is ${value(row)}`,
    () => say`${lead('At the same time')}, ${value(row)} of ${clause.who} ${clause.did(false)} (${x} of ${n})`,
  ])
}

function ofCount(t: Telling, row: RowView, tail: string, lead: (other: string) => string): StoryRuns {
  const many = lowered(titleOf(row))
  const one = row.latest.figure.kind === 'number' && row.latest.figure.value === 1
  const number = (): StoryRuns => say`the number of ${many} was ${value(row)}${tail}`
  return one
    ? number()
    : inTurn(t.turn, 'opening of a count', [
        () => say`there were ${value(row)} ${many}${tail}`,
        number,
        () => say`${lead('By then')} there were ${value(row)} ${many}`,
      ])
}

function ofRatio(t: Telling, row: RowView, tail: string, lead: (other: string) => string): StoryRuns {
  const name = `the number of ${lowered(titleOf(row))}`
  const { numerator, denominator } = row.latest
  const made = /^\S+ (.+), \S+ (.+)$/.exec(row.madeOf ?? '')
  const from =
    made && numerator.kind === 'number' && denominator?.kind === 'number'
      ? say` (${figureOf(row, 'numerator', numerator)} ${agreeing(made[1] ?? '', numerator)}, ${figureOf(row, 'denominator', denominator)} ${agreeing(made[2] ?? '', denominator)})`
      : []
  return inTurn(t.turn, 'opening of a ratio', [
    () => say`${lead('Over that time')}, ${name} was ${value(row)}${from}`,
    () => say`${name} stood at ${value(row)}${tail}${from}`,
  ])
}

import { reworded } from '../disclosure/shown.ts'
import type { RowView, TargetView } from './scorecard-view.ts'
import {
  figureOf,
  inTurn,
  nameOf,
  type StoryFigure,
  type StoryParagraph,
  type StoryRuns,
  say,
  sentences,
  turns,
} from './story.ts'
import { isOff, isOn, isSure, isTold } from './story-judged.ts'
import { type Telling, telling } from './story-telling.ts'
import { clauseOf, peopleOf, subjectOf, unitAfter, wasOf } from './story-title.ts'

/** Words of the service, and what they mean. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/\bresidential placements run by others\b/g, 'children’s homes and other residential places that others run'],
  [/\bresidential placements\b/g, 'children’s homes and other residential places'],
  [/\bwith connected carers\b/g, 'with family or friends who look after them'],
  [/\bto special guardians\b/g, 'to a special guardian who brings them up'],
  [/\bplacement breakdowns\b/gi, 'homes that did not work out'],
  [/\bonly one placement\b/g, 'only one home'],
  [/\bfragile placements\b/gi, 'homes that were at risk'],
  [/\bface to face when they should be\b/g, 'in person as often as they should be'],
  [/\bplacements\b/g, 'homes'],
  [/\bplacement\b/g, 'home'],
  [/\bplaced\b/g, 'living'],
  [/\bsuitable accommodation\b/g, 'a good place to live'],
  [/\bwhile in care\b/g, 'while we looked after them'],
  [/\beducation, employment or training\b/g, 'school, college, work or training'],
  [/\bpersonal education plan\b/g, 'plan for school'],
]
const inPlain = (text: string): string => plain.reduce((said, [from, to]) => said.replace(from, to), text)

/** Rows for young people: the question, how it stands, what was promised, whether it was kept, and a change that is real. */
export function youngStory(rows: readonly RowView[]): readonly StoryParagraph[] {
  const t = telling({ rows }, turns(), true)
  return rows.map(row => ({
    about: 'measure',
    rows: [nameOf(row)],
    runs: sentences([
      say`${row.asks}`,
      ...(isTold(row) ? [stands(t, row), promise(t, row), kept(t, row), change(row)] : [notTold(row)]),
    ]),
  }))
}

/** A number that is promised on the page and not there is missed: it says why. */
const notTold = ({ state }: RowView): StoryRuns =>
  state === 'hidden'
    ? say`we do not show this number, so that nobody can be recognised`
    : say`we do not have a number for this yet`

function stands(t: Telling, row: RowView): StoryRuns {
  const at = t.when(row) ?? ''
  const clause = clauseOf(row)
  const { figure, numerator, denominator } = row.latest
  const value = figureOf(row, 'value', figure)
  const name = inPlain(subjectOf(row))
  const one = numerator.kind === 'number' && numerator.value === 1
  if (figure.text.includes(' of '))
    return clause && !(denominator?.kind === 'number' && denominator.value === 1)
      ? say`${at}, ${value} ${inPlain(clause.who)} ${inPlain(clause.did(one))}`
      : say`${at}, it was ${value} for ${name}`
  if (clause && row.interval !== null && numerator.kind === 'number' && denominator?.kind === 'number')
    return say`${at}, ${figureOf(row, 'numerator', numerator)} of ${figureOf(row, 'denominator', denominator)} ${inPlain(clause.who)} (${value}) ${inPlain(clause.did(one))}`
  const whose = /^\p{L}+ whose (.*)$/u.exec(row.title)?.[1]
  const who = peopleOf(row)
  if (
    whose !== undefined &&
    who &&
    row.interval !== null &&
    numerator.kind === 'number' &&
    denominator?.kind === 'number'
  )
    return say`${at}, the ${inPlain(whose)} for ${figureOf(row, 'numerator', numerator)} of ${figureOf(row, 'denominator', denominator)} ${who.many} (${value})`
  const days = /^Days from (.*)$/.exec(row.title)?.[1]
  if (days !== undefined)
    return say`${at}, it took ${value}${unitAfter(row, figure.text)} on average from ${inPlain(days)}`
  if (row.unit === 'number' && peopleOf(row) && !(figure.kind === 'number' && figure.value === 1))
    return say`${at}, there were ${value} ${name}`
  const people = peopleOf(row) !== null
  const what = people ? `the ${row.unit === '%' ? 'share' : 'number'} of ${name}` : name
  return say`${at}, ${what} ${people ? 'was' : row.unit === '%' && wasOf(row) === 'were' ? 'came to' : wasOf(row)} ${value}${unitAfter(row, figure.text)}`
}

const promise = (t: Telling, row: RowView): StoryRuns => {
  if (row.target === null) return []
  const aim = plainTarget(row, row.target)
  const people = peopleOf(row)
  const whom = row.unit === '%' && people ? ` of ${people.many}` : ''
  return whom === ''
    ? inTurn(t.turn, 'promise', [() => say`we promised ${aim}`, () => say`our promise was ${aim}`])
    : inTurn(t.turn, 'promise of some', [
        () => say`we promised that this would be so for ${aim}${whom}`,
        () => say`our promise was that this would be so for ${aim}${whom}`,
      ])
}

/** `no more than 15%` for `at most 15%`. */
const plainTarget = (row: RowView, { value }: TargetView): StoryFigure =>
  figureOf(
    row,
    'target',
    reworded(value, () => row.targetText.replace(/^at most/, 'no more than')),
  )

function kept(t: Telling, row: RowView): StoryRuns {
  if (row.target === null) return []
  if (row.rag.kind === 'none')
    return say`there are too few to say if we kept it`.filter(() => row.rag.text === 'Too few to rate')
  if (isOn(row)) return isSure(row) ? say`we kept that promise` : say`it looks as if we kept that promise`
  if (isOff(row) && isSure(row))
    return inTurn(t.turn, 'not kept', [
      () => say`we did not keep that promise, and we need to do better`,
      () => say`that promise is not kept yet, and we must change that`,
    ])
  return isOff(row) ? say`it looks as if we did not quite keep that promise` : say`we are close to that promise`
}

function change({ direction }: RowView): StoryRuns {
  if (direction?.reads === 'better') return say`things are getting better`
  if (direction?.reads === 'worse') return say`things are getting worse`
  if (direction?.word === 'Rising' || direction?.word === 'Falling')
    return say`the number is going ${direction.word === 'Rising' ? 'up' : 'down'}`
  return []
}

import { reworded } from '../disclosure/shown.ts'
import type { RowView, TargetView } from './scorecard-view.ts'
import { figureOf, inTurn, type StoryFigure, type StoryRuns, say } from './story.ts'
import { isOff, isOn, isSure } from './story-judged.ts'
import type { Telling } from './story-telling.ts'
import { peopleOf } from './story-title.ts'

/** The target as a figure: `at most 15%`. */
export const targetFigure = (row: RowView, { value }: TargetView): StoryFigure =>
  figureOf(
    row,
    'target',
    reworded(value, () => row.targetText),
  )

/** Where the figure stands against its target, and how many would bring it there. */
export function againstTarget(t: Telling, row: RowView): StoryRuns {
  if (row.rag.kind === 'none' && row.rag.text === 'Target being set') return say`a target is being set`
  if (row.target === null) return []
  const aim = targetFigure(row, row.target)
  if (row.rag.kind === 'none')
    return row.rag.text === 'Too few to rate'
      ? say`with so few, it is not rated against the target of ${aim}`
      : row.rag.text.includes('not known')
        ? say`it is not rated against the target of ${aim}, since too much is not known`
        : say`the target is ${aim}`
  const close = isSure(row) ? '' : ', though too close to be sure'
  if (isOff(row)) {
    const more = toReach(row)
    const how = more.length > 0 ? say`; ${more} would bring it there` : []
    return inTurn(t.turn, 'off target', [
      () => say`the target is ${aim}, so this is off target${close}${how}`,
      () => say`it misses the target of ${aim}${close}${how}`,
      () => say`against a target of ${aim} it is off target${close}${how}`,
      () =>
        more.length > 0
          ? say`it would take ${more} to meet the target of ${aim}, which it misses${close}`
          : say`it misses its target, which is ${aim}${close}`,
    ])
  }
  if (isOn(row))
    return inTurn(t.turn, 'on target', [
      () => say`it meets the target of ${aim}${close}`,
      () => say`it is on target (${aim})${close}`,
      () => say`the target of ${aim} is met${close}`,
    ])
  return inTurn(t.turn, 'within tolerance', [
    () => say`it is not on target (${aim}) but within tolerance${close}`,
    () => say`the target is ${aim}, and this is within the tolerance set for it${close}`,
  ])
}

/** `52 fewer children`. */
function toReach(row: RowView): StoryRuns {
  if (row.toTarget?.children.kind !== 'number') return []
  const { children } = row.toTarget
  const people = peopleOf(row)
  const who = people === null ? '' : ` ${Math.abs(children.value) === 1 ? people.one : people.many}`
  return say`${figureOf(row, 'children to target', children)} ${children.value > 0 ? 'more' : 'fewer'}${who}`
}

/** What an unchanged process would do; nothing where it is too early to say. */
export const ifUnchanged = ({ assurance }: RowView): StoryRuns =>
  assurance !== null && /^(As it runs now|It will not)/.test(assurance) ? say`${assurance}` : []

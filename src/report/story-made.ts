import { reworded } from '../disclosure/shown.ts'
import type { RowView } from './scorecard-view.ts'
import { figureOf, inTurn, listed, type StoryRuns, say } from './story.ts'
import type { Telling } from './story-telling.ts'
import { clauseOf } from './story-title.ts'
import { whenOf } from './story-when.ts'

/** Those of a count who are also counted by a row nested in it: `of the 65, 59 were…`. */
export function ofWhom(t: Telling, row: RowView): StoryRuns {
  const inner = t.rows.find(
    one =>
      one.within !== undefined &&
      one.within === row.measure &&
      one.window === row.window &&
      one.latest.periodEnd === row.latest.periodEnd,
  )
  const clause = inner ? clauseOf(inner) : null
  if (!inner || !clause || inner.latest.figure.kind !== 'number') return []
  const [outer, own] = [row.latest.numerator, inner.latest.numerator]
  if (outer.kind !== 'number' || own.kind !== 'number' || own.value === 0) return []
  return say`of the ${figureOf(row, 'numerator', outer)}, ${figureOf(inner, 'numerator', own)} ${clause.did(own.value === 1)}`
}

/** Of children in care, how many came and how many left: in the month where both may be seen, and over twelve months. */
export function cameAndLeft(t: Telling, row: RowView): StoryRuns {
  if (row.measure !== 'children-in-care') return []
  const seen = (measure: string): RowView | undefined =>
    t.rows.find(
      one =>
        one.measure === measure &&
        one.window === row.window &&
        one.latest.periodEnd === row.latest.periodEnd &&
        one.latest.figure.kind === 'number',
    )
  const [starts, ends] = [seen('children-starting'), seen('children-ceasing')]
  if (starts && ends)
    return say`in the month ${figureOf(starts, 'value', starts.latest.figure)} came into care and ${figureOf(ends, 'value', ends.latest.figure)} left`
  const year = t.rows.find(
    one =>
      one.measure === 'ratio-of-entering-to-leaving' &&
      one.window === 'rolling 12 months' &&
      one.latest.periodEnd === row.latest.periodEnd,
  )
  const [came, left] = [year?.latest.numerator, year?.latest.denominator]
  if (!year || came?.kind !== 'number' || left?.kind !== 'number') return []
  return say`${whenOf(year.window, year.latest)}, ${figureOf(year, 'numerator', came)} came into care and ${figureOf(year, 'denominator', left)} left`
}

/** In the order in which they are said. */
const moveWords: Readonly<Record<string, string>> = {
  'Came into the group': 'came in',
  'Grew into the group': 'grew old enough',
  'Stayed, and now counted': 'stayed and came to be counted',
  'Was not known, now known': 'became known',
  'Left the group': 'left',
  'Grew out of the group': 'grew too old',
  'Stayed, and no longer counted': 'stayed but ceased to be counted',
  'Was known, now not known': 'ceased to be known',
}
const ordered = Object.keys(moveWords)

/** Who was counted and came, went or crossed the line since the period before; said only where every line may be seen. */
export function movement(t: Telling, row: RowView): StoryRuns {
  const moves = row.measure === null ? undefined : t.moves?.get(row.measure)
  if (!moves || moves.lines.some(({ counted }) => counted.kind !== 'number')) return []
  const lines = moves.lines
    .filter(({ counted }) => counted.kind === 'number' && counted.value !== 0)
    .toSorted((a, b) => ordered.indexOf(a.label) - ordered.indexOf(b.label))
  if (lines.length === 0 || lines.some(({ label }) => !(label in moveWords))) return []
  const said = lines.map(({ label, counted }) => {
    const size = reworded(counted, text => text.replace(/^[+−]/, ''))
    const period = { period: `${moves.from} to ${moves.to}`, periodEnd: row.latest.periodEnd }
    return say`${figureOf(row, 'moves', size, period)} ${moveWords[label] ?? ''}`
  })
  return inTurn(t.turn, 'moves', [
    () => say`since ${moves.from}, of those counted, ${listed(said)}`,
    () => say`behind this, since ${moves.from}, ${listed(said)}`,
  ])
}

/** What is not known, where it is a fiftieth of the group or could bring the figure across its target. */
export function notKnown(t: Telling, row: RowView): StoryRuns {
  const { quality, unknown, target, latest } = row
  if (quality?.low?.kind !== 'number') return []
  const { low, high } = quality
  const range =
    high?.kind === 'number'
      ? say`between ${figureOf(row, 'at least', low)} and ${figureOf(row, 'at most', high)}`
      : say`at least ${figureOf(row, 'at least', low)}`
  const aim = target?.value.kind === 'number' ? target.value.value : null
  const crosses = aim !== null && high?.kind === 'number' && low.value < aim && aim < high.value
  const many =
    unknown?.kind === 'number' &&
    latest.denominator?.kind === 'number' &&
    unknown.value >= latest.denominator.value / 50
  if (!crosses && !many) return []
  const side = crosses ? ', on either side of the target' : ''
  const unused = quality.why.includes('could not be used')
  if (unknown?.kind === 'number' && unknown.value > 0 && unused)
    return say`it is not known for ${figureOf(row, 'unknown', unknown)}, and some returned rows could not be used: the true figure is ${range}${side}`
  if (unknown?.kind === 'number' && unknown.value > 0)
    return inTurn(t.turn, 'not known', [
      () => say`it is not known for ${figureOf(row, 'unknown', unknown)}, so the true figure is ${range}${side}`,
      () =>
        say`with the ${figureOf(row, 'unknown', unknown)} for whom it is not known, the figure could be anything ${range}${side}`,
    ])
  const why = unknown?.kind === 'hidden' ? 'for some it is not known' : 'some returned rows could not be used'
  return say`${why}, so the true figure is ${range}${side}`
}

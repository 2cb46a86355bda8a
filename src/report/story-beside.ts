import { reworded, type Shown } from '../disclosure/shown.ts'
import type { RowView } from './scorecard-view.ts'
import { figureOf, inTurn, type StoryRuns, say } from './story.ts'
import { countWord, staticFor } from './story-change.ts'
import { isRealChange } from './story-judged.ts'
import type { Telling } from './story-telling.ts'
import { stepOf, whenOf } from './story-when.ts'

/** `+7.7 points` without its sign, as `7.7 percentage points`. */
const sizeOf = (change: Shown): Shown =>
  reworded(change, text =>
    text
      .replace(/^[+−]/, '')
      .replace(/ points$/, ' percentage points')
      .replace(/^1 percentage points$/, '1 percentage point'),
  )
const bare = (bound: Shown): Shown => reworded(bound, text => text.replace(/ points$/, ''))

/** Against the same period last year, with its interval: the only two points that are compared. */
export function sinceLastYear(t: Telling, row: RowView): StoryRuns {
  const { lastYear } = row
  if (lastYear?.change.kind !== 'number') return []
  const { change } = lastYear
  const isPoints = change.text.endsWith(' points')
  const low = figureOf(row, 'last year low', bare(lastYear.low))
  const high = figureOf(row, 'last year high', bare(lastYear.high))
  const range = say`95% interval ${low} to ${high}${isPoints ? ' percentage points' : ''}`
  if (/^[+−]?[0.]+( points)?$/.test(change.text)) return say`it is where it was a year before (${range})`
  const size = figureOf(row, 'last year size', sizeOf(change))
  const up = change.value > 0
  const isChildren = row.unit === 'number' || row.unit.startsWith('per ')
  const than = say`${size} ${isChildren ? (up ? 'more' : 'fewer') : up ? 'higher' : 'lower'} than`
  const [it, that] = row.unit.startsWith('per ')
    ? ['the count behind it', 'the count behind it']
    : ['it', 'the latest figure']
  if (!lastYear.couldBeChance)
    return isRealChange(row)
      ? say`${it} is ${than} a year before (${range}), which chance would not give`
      : inTurn(t.turn, 'last year beyond chance', [
          () =>
            say`${it} is ${than} a year before (${range}): more than chance would usually give, though not enough to stand out among many measures`,
          () =>
            say`${it} is ${than} a year before (${range}), a difference that chance seldom gives, though among so many measures it does not stand out`,
          () =>
            say`chance alone would seldom put ${it} ${than} a year before, as it is (${range}), though among many measures one may well be so`,
        ])
  return inTurn(t.turn, 'last year', [
    () => say`${that} is ${than} a year before, which could be chance (${range})`,
    () => say`over the year the difference could be chance: ${it} is ${than} a year earlier (${range})`,
    () => say`at ${than} a year before, ${it} differs by no more than chance could give (${range})`,
  ])
}

/** The highest or lowest of a count in the months shown, where all of them may be seen. */
export function peak(row: RowView): StoryRuns {
  const shown = row.trend.flatMap(one => (one.figure.kind === 'number' ? [{ one, value: one.figure.value }] : []))
  if (row.unit !== 'number' || shown.length < 6 || shown.length < row.trend.length || staticFor(row) > 2) return []
  const [latest, earlier] = [shown.at(-1), shown.slice(0, -1)]
  if (!latest) return []
  const span = `the last ${countWord(shown.length)} ${stepOf(row.window)}s`
  if (earlier.every(({ value }) => value < latest.value)) return say`that is the highest of ${span}`
  if (earlier.every(({ value }) => value > latest.value)) return say`that is the lowest of ${span}`
  const top = earlier.toSorted((a, b) => b.value - a.value)[0]
  if (!top || top.value === latest.value) return []
  return say`the peak of ${span} was ${figureOf(row, 'value', top.one.figure, top.one)}, ${whenOf(row.window, top.one)}`
}

/** What was published of others beside ours: higher or lower only where our interval bears it, with both periods. */
export function neighbours(t: Telling, row: RowView): StoryRuns {
  const headline = row.comparison?.headline
  if (headline?.figure.kind !== 'number') return []
  const label = headline.text.split(': ')[0] ?? ''
  const whose = headline.comparator === 'england' ? 'England’s figure' : `the ${label.replace(/^Middle/, 'middle')}`
  const theirs = say`${figureOf(row, 'neighbours', headline.figure, { period: headline.periodText, periodEnd: row.latest.periodEnd })} (${headline.periodText})`
  const { interval } = row
  if (interval?.low.kind !== 'number' || interval.high.kind !== 'number') return say`${whose} was ${theirs}`
  const ours = `ours ${whenOf(row.window, row.latest)}`
  const value = headline.figure.value
  if (value >= interval.low.value && value <= interval.high.value)
    return inTurn(t.turn, 'near neighbours', [
      () => say`${whose} was ${theirs}, which ${ours} cannot be told apart from`,
      () => say`the difference between ${ours} and ${whose}, ${theirs}, could be chance`,
    ])
  const way = value < interval.low.value ? 'higher' : 'lower'
  return inTurn(t.turn, 'far from neighbours', [
    () => say`${whose} was ${theirs}, and ${ours} is ${way} by more than chance would give`,
    () =>
      say`our figure ${whenOf(row.window, row.latest)} is ${way} than ${whose}, ${theirs}, by more than chance would give`,
  ])
}

/** Children in care as a rate, beside what was published of others: nobody publishes neighbours of a number. */
export function asRate(t: Telling, row: RowView): StoryRuns {
  if (row.measure !== 'children-in-care') return []
  const rate = t.rows.find(
    one =>
      one.measure === 'rate-of-children-in-care' &&
      one.window === row.window &&
      one.latest.periodEnd === row.latest.periodEnd,
  )
  const others = rate ? neighbours(t, rate) : []
  if (rate?.latest.figure.kind !== 'number' || others.length === 0) return []
  return say`${rate.unit.replace('per ', 'for every ')} children there were ${figureOf(rate, 'value', rate.latest.figure)} in care; ${others}`
}

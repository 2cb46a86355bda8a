import type { Assurance } from '../analysis/assurance.ts'
import type { Direction } from '../analysis/direction.ts'
import type { Shown } from '../disclosure/shown.ts'
import { sayDay } from '../kit/day.ts'
import { type DraftComparator, placeNow } from './comparison.ts'
import { printedUnit } from './decimals.ts'
import { changeInDoubt, doubtOf, tooMuchUnknown } from './doubt.ts'
import { type DraftRow, goalOf, latestOf, priorOf } from './draft-row.ts'
import { oneOf, sayMadeOf, sayShareOf } from './made-of.ts'
import { NUMBER_ONLY } from './number-only.ts'
import { type Goal, met, type Status, statusOf } from './rag.ts'
import { sayChange, sayPeriod, sayShort, sayTarget } from './say.ts'
import { sayDoubt } from './say-doubt.ts'
import type { ComparatorView, ComparisonView, PeriodFigure, Rag, Reads, RowView, TargetView } from './scorecard-view.ts'
import type { SignalFound } from './signal-found.ts'

/** Under this many in the group a share is not rated (statistics.md 5.1, a setting). */
const TOO_FEW = 10

const polarities = {
  low: 'Lower is better',
  high: 'Higher is better',
  neither: 'Neither',
  band: 'Best inside the target band',
} as const
const isNumber = (figure: Shown): boolean => figure.kind === 'number'

/** A drafted row in words, for an audience that may see unprotected figures (`open`) or not. */
export function sayRow(row: DraftRow, decided: (id: string) => Shown, open: boolean): RowView {
  const { about, unit, window } = row
  const last = row.figures.length - 1
  const latest = latestOf(row)
  const period = (i: number): PeriodFigure => {
    const end = row.figures[i]?.periodEnd ?? latest.periodEnd
    const picture = row.figures[i]?.picture
    return {
      periodEnd: end,
      period: `${sayPeriod(window, end, about.at)}${picture ? `, as at ${sayDay(picture.asAt)}` : ''}`,
      ...(picture ? { asAt: picture.asAt } : {}),
      short: sayShort(end),
      figure: decided(`${i}`),
      numerator: decided(`${i}/n`),
      denominator: row.figures[i]?.denominator === null ? null : decided(`${i}/d`),
    }
  }
  const figure = decided(`${last}`)
  const doubt = doubtOf(row)
  const now = period(last)
  const children = decided('children')
  const trend = row.figures.slice(1).map((_, i) => period(i + 1))
  const goal = goalOf(row)
  const isMet = goal !== null && latest.value !== null && met(goal, latest.value)
  return {
    number: row.number,
    measure: about.id,
    catalogue: about.catalogue,
    ...(row.within === null ? {} : { within: row.within }),
    title: row.title,
    alias: row.alias,
    asks: about.asks,
    unit: unit.unit,
    good: about.good,
    polarity: polarities[about.good],
    window,
    latest: now,
    countText: sayShareOf(row.made, now.numerator, now.denominator),
    madeOf: sayMadeOf(row.made, now.numerator, now.denominator),
    state: figure.kind === 'hidden' ? 'hidden' : latest.state,
    reason: reasonOf(row, figure, decided),
    interval: isNumber(decided('low')) ? { low: decided('low'), high: decided('high') } : null,
    quality: doubt && figure.kind === 'number' ? sayDoubt(doubt, decided) : null,
    unknown: decided('unknown'),
    target: targetView(row, decided),
    targetText: targetText(row),
    rag: ragOf(row, goal, figure, decided('certainty'), decided('unknown').kind === 'hidden'),
    toTarget: isNumber(children) && !isMet ? { children, text: toTargetText(row, children) } : null,
    prior: last > 0 ? period(last - 1) : null,
    change: isNumber(decided('change')) ? sayChanged(row, decided('change'), open) : null,
    trend,
    ...(figure.kind === 'number' && row.signal
      ? saySignalOf(
          // Against a figure that is hidden nothing is told of which way it goes.
          last > 0 && decided(`${last - 1}`).kind === 'hidden' ? { ...row.signal, unsaid: HIDDEN_BEFORE } : row.signal,
          goal ? metBy(goal, trend) : [],
        )
      : { direction: null, assurance: null }),
    lastYear:
      row.signal?.lastYear && isNumber(decided('year'))
        ? {
            change: decided('year'),
            low: decided('yearlow'),
            high: decided('yearhigh'),
            couldBeChance: row.signal.lastYear.couldBeChance,
          }
        : null,
    comparison: sayComparison(row, figure, decided),
  }
}

/** The sentence behind a state, or why a figure is told as a number only; of an unreliable figure, what is not known of it. */
function reasonOf(row: DraftRow, figure: Shown, decided: (id: string) => Shown): string | null {
  if (figure.kind === 'hidden') return figure.why
  const [latest, doubt] = [latestOf(row), doubtOf(row)]
  if (latest.state === 'unreliable' && doubt) return sayDoubt(doubt, decided).text
  if (latest.state !== 'measured') return latest.reason
  return row.numberOnly === undefined ? null : `${NUMBER_ONLY}. ${row.numberOnly.replace(/\.$/, '')}`
}

const directionWords: Readonly<Record<Direction, readonly [word: string, reads: Reads]>> = {
  improving: ['Improving', 'better'],
  'getting worse': ['Getting worse', 'worse'],
  rising: ['Rising', 'neutral'],
  falling: ['Falling', 'neutral'],
  'no clear change': ['No clear change', 'neutral'],
  'not enough data': ['Not enough data', 'neutral'],
}
const assuranceWords: Readonly<Record<Assurance, string>> = {
  'will reliably meet': 'As it runs now it will reliably meet the target',
  'will hit and miss by chance': 'As it runs now it will hit and miss the target by chance',
  'will not meet without change': 'It will not meet the target without change',
  'too early to say': 'Too early to say whether it will meet the target',
  'not enough variation to judge': 'It hardly varies: there is not enough to judge whether it will meet the target',
}

const HIDDEN_BEFORE = 'The figure before it is hidden so that a number of fewer than 6 cannot be worked out'

function saySignalOf(
  { direction, because, assurance, unsaid }: SignalFound,
  isMet: readonly boolean[],
): Pick<RowView, 'direction' | 'assurance'> {
  if (unsaid) return { direction: { word: 'Not shown', because: unsaid, reads: 'neutral' }, assurance: null }
  const [word, reads] = directionWords[direction.direction]
  return {
    direction: { word, because, reads },
    assurance: assurance && bornOut(assurance.assurance, isMet) ? assuranceWords[assurance.assurance] : null,
  }
}

/**
 * Whether the periods that a reader sees bear what an unchanged process would do: it is judged on a chart of its own months, which a
 * rolling figure does not show. Nobody who sees a target missed every time is told that it is hit and missed.
 */
function bornOut(assurance: Assurance, isMet: readonly boolean[]): boolean {
  const [some, all] = [isMet.includes(true), !isMet.includes(false)]
  if (assurance === 'will hit and miss by chance') return some && !all
  if (assurance === 'will reliably meet') return some
  return assurance !== 'will not meet without change' || !all
}

const metBy = (goal: Goal, trend: readonly PeriodFigure[]): readonly boolean[] =>
  trend.flatMap(({ figure }) => (figure.kind === 'number' ? [met(goal, figure.value)] : []))

/** Published figures are public: they are shown to all; where ours would stand among them only to those who may see ours. */
function sayComparison(row: DraftRow, figure: Shown, decided: (id: string) => Shown): ComparisonView | null {
  const { compared } = row
  if (compared === null) return null
  const view = (one: DraftComparator, i: number): ComparatorView => ({
    comparator: one.comparator,
    label: one.label,
    figure: decided(`compared/${i}`),
    periodText: one.periodText,
    release: one.release,
    releaseText: one.releaseText,
    note: [one.cohort ?? '', one.provisional ? 'provisional' : ''].filter(Boolean).join('; '),
  })
  const { headline } = compared
  const middle = decided('headline')
  const place = figure.kind === 'number' ? placeNow(row.about, latestOf(row), compared.neighbours) : null
  return {
    headline:
      headline && middle.kind === 'number'
        ? {
            comparator: headline.comparator,
            figure: middle,
            periodText: headline.periodText,
            text: `${headline.label}: ${middle.text} (${headline.periodText})`,
          }
        : null,
    comparators: compared.comparators.map(view),
    neighbours: compared.neighbours.map((one, i) => view(one, i + compared.comparators.length)),
    standing: [...compared.standing, ...(place ? [`${place}.`] : [])],
    differs: compared.differs,
    notCompared: compared.notCompared,
  }
}

/** A change that what is not known could undo is neither better nor worse, and says so. */
function sayChanged(row: DraftRow, figure: Shown, open: boolean): RowView['change'] {
  const doubted = changeInDoubt(row, !open)
  return {
    figure,
    reads: doubted ? null : changeReads(row),
    doubt: doubted ? 'Could be no change: some are not known' : null,
  }
}

/** A change through the measure's polarity. One that prints as nought is none. */
function changeReads(row: DraftRow): 'better' | 'worse' | 'same' | null {
  const [now, before] = [latestOf(row).value, priorOf(row)?.value]
  if (now === null || before == null) return null
  if (sayChange(row.unit, now - before) === sayChange(row.unit, 0)) return 'same'
  if (row.about.good === 'low' || row.about.good === 'high')
    return now > before === (row.about.good === 'high') ? 'better' : 'worse'
  return null
}

const toTargetText = ({ target, who }: DraftRow, children: Shown): string => {
  if (children.kind !== 'number' || target.kind !== 'set') return ''
  const named = who === null ? '' : ` ${Math.abs(children.value) === 1 ? oneOf(who) : who}`
  return `${children.text} ${children.value > 0 ? 'more' : 'fewer'}${named} would reach the target`
}

function targetView(row: DraftRow, decided: (id: string) => Shown): TargetView | null {
  if (row.target.kind !== 'set') return null
  const { target } = row.target
  return {
    text: targetText(row),
    operator: target.operator,
    value: decided('target'),
    upper: target.high === null ? null : decided('upper'),
    amberWithin: target.amberWithin === null ? null : decided('amber'),
    from: target.from,
    rationale: target.rationale ?? '',
    setBy: target.setBy,
  }
}

function targetText(row: DraftRow): string {
  const goal = goalOf(row)
  if (goal) return sayTarget(printedUnit(row), goal.operator, goal.value, goal.upper)
  return row.target.kind === 'being set' ? 'Target being set' : 'No target'
}

const said: Readonly<Record<Status, string>> = {
  'on target': 'On target',
  'within tolerance': 'Within tolerance',
  'off target': 'Off target',
}

/**
 * The number that must be large enough to rate a figure by: the group of a share, those whose amount an average has, the
 * smaller part of a ratio of two numbers. A ratio printed as a percentage is a share of its lower number.
 */
function smallest(row: DraftRow): number {
  const { numerator, denominator } = latestOf(row)
  const { kind } = row.about
  if (kind === 'proportion' || kind === 'average') return denominator ?? 0
  if (kind !== 'ratio') return Number.POSITIVE_INFINITY
  return row.unit.unit === '%' ? (denominator ?? 0) : Math.min(Math.abs(numerator ?? 0), denominator ?? 0)
}

/** The colour's state machine (statistics.md 5.1): stops at the first that holds; every combination has one answer. */
function ragOf(row: DraftRow, goal: Goal | null, figure: Shown, certainty: Shown, unknownHidden: boolean): Rag {
  const none = (text: string): Rag => ({ kind: 'none', text })
  const { state, value } = latestOf(row)
  if (state === 'not applicable' || state === 'not measured' || state === 'awaiting data') return none('Not rated')
  if (figure.kind === 'hidden') return none('Hidden')
  if (state === 'unreliable') return none('Not rated: unreliable')
  if (row.numberOnly !== undefined) return none(NUMBER_ONLY)
  if (row.target.kind === 'being set') return none('Target being set')
  if (goal === null) return none(row.about.good === 'neither' ? 'For information' : 'No target')
  if (state === 'no one in scope' || value === null) return none('Not rated')
  if (smallest(row) < TOO_FEW) return none('Too few to rate')
  if (tooMuchUnknown(row, unknownHidden)) return none('Not rated: too much not known')
  const status = statusOf(goal, value)
  const sure = certainty.kind === 'number' ? certainty.value : 1
  return {
    kind: 'rated',
    status,
    text: sure >= 0.8 ? said[status] : `${said[status]}, but too close to be sure`,
    certainty: certainty.kind === 'number' ? certainty : null,
  }
}

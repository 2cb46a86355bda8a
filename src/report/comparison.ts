import { bareEstimate, distributionOf, proportionEstimate, quarterBand, rankOf } from '../analysis/neighbours.ts'
import { quantileOf } from '../analysis/quantile.ts'
import { type Day, sayDay, sayMonth } from '../kit/day.ts'
import { sayNumber } from '../kit/text.ts'
import { type MeasureDefinition, type Published, publishedFor, type Session } from '../measures/measures.ts'
import type { RawFigure } from './figure.ts'
import { sayValue, type Unit } from './say.ts'

/** A published figure to compare with, before the pack decides; null where it was published as a symbol. */
export type DraftComparator = {
  readonly comparator: 'statistical neighbours' | 'region' | 'england' | 'authority' | 'group' | 'own as published'
  readonly label: string
  readonly value: number | null
  readonly text: string
  /** `position at 31 March 2025`. */
  readonly periodText: string
  readonly release: Day
  readonly releaseText: string
  /** Who is counted where that differs from ours. */
  readonly cohort: string | null
  readonly provisional: boolean
}

/** What a figure is compared with, and whether that is fair. */
export type DraftComparison = {
  readonly comparators: readonly DraftComparator[]
  /** The one figure to say beside ours: the middle one of the statistical neighbours, else England's. */
  readonly headline: DraftComparator | null
  /** The neighbours one by one, lowest first. */
  readonly neighbours: readonly DraftComparator[]
  /** Mean and median of those with a figure, and where ours as published stands among them. */
  readonly standing: readonly string[]
  /** How the published measure differs from ours, in the definition's own words. */
  readonly differs: string | null
  /** Why nothing is compared; null where something is. */
  readonly notCompared: string | null
}

/** Under this many neighbours with a figure there is no average (local-extracts.md 4.5). */
const FEWEST = 5

const symbols: Readonly<Record<string, string>> = {
  c: 'not shown, to protect children',
  z: 'not applicable',
  x: 'not available',
  k: 'nearly 0',
  u: 'not reliable',
}

/** What was published by a day that a measure of an authority is compared with. */
export async function draftComparison(
  session: Session,
  measure: MeasureDefinition,
  authority: string,
  at: Day,
  unit: Unit,
): Promise<DraftComparison> {
  const { england, region, own, neighbours, others } = await publishedFor(session, measure, authority, at)
  const differs = measure.national ?? null
  const nothing = (notCompared: string): DraftComparison => ({
    comparators: [],
    headline: null,
    neighbours: [],
    standing: [],
    differs,
    notCompared,
  })
  if (measure.not_compared) return nothing(measure.not_compared)
  const line = (comparator: DraftComparator['comparator'], label: string, figure: Published): DraftComparator => ({
    comparator,
    label,
    value: figure.value,
    text: figure.value === null ? (symbols[figure.symbol ?? 'x'] ?? 'not available') : sayValue(unit, figure.value),
    periodText: sayPublished(figure, measure.at),
    release: figure.release,
    releaseText: sayDay(figure.release),
    cohort: figure.cohort,
    provisional: figure.status === 'provisional',
  })
  const known = (neighbours?.figures ?? []).filter(({ value }) => value !== null)
  const mean = known.length >= FEWEST ? known.reduce((sum, { value }) => sum + (value ?? 0), 0) / known.length : null
  const average: readonly DraftComparator[] = neighbours?.average
    ? [line('statistical neighbours', 'Statistical neighbours, average as published', neighbours.average)]
    : mean !== null && known[0] && neighbours
      ? [
          {
            ...line('statistical neighbours', `Statistical neighbours, mean of ${known.length}`, known[0]),
            value: mean,
            text: sayValue(unit, mean),
            cohort: known[0].cohort,
          },
        ]
      : []
  const comparators = [
    ...average,
    ...(region ? [line('region', region.name, region)] : []),
    ...(england ? [line('england', 'England', england)] : []),
    ...(own ? [line('own as published', 'Ours, as published', own)] : []),
    ...others.flatMap(({ title, figures }) =>
      figures.length === 1 && figures[0]
        ? [line('authority', title, figures[0])]
        : [groupLine(title, figures, unit, line)].filter(found => found !== null),
    ),
  ]
  if (comparators.length === 0) return nothing('No published figure of it has been loaded')
  const each = known
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))
    .map(figure => line('authority', figure.name, figure))
  return {
    comparators,
    headline: headlineOf(each, comparators, unit),
    neighbours: each,
    standing: neighbours && mean !== null ? sayStanding(measure, unit, own, known, neighbours.model) : [],
    differs,
    notCompared: null,
  }
}

/** The one figure to say beside ours: the middle one of the statistical neighbours, else, where they are too few, England's. */
export function headlineOf(
  neighbours: readonly DraftComparator[],
  comparators: readonly DraftComparator[],
  unit: Unit,
): DraftComparator | null {
  const england = comparators.find(({ comparator }) => comparator === 'england') ?? null
  const [first] = neighbours
  const values = neighbours.flatMap(({ value }) => (value === null ? [] : [value]))
  const middle = values.length < FEWEST ? null : quantileOf(values, 0.5)
  if (!first || middle === null) return england
  const label = `Middle one of ${values.length} statistical neighbours`
  return { ...first, comparator: 'statistical neighbours', label, value: middle, text: sayValue(unit, middle) }
}

/** The mean of a group of the council's own, from those of one period with a figure. */
function groupLine(
  title: string,
  figures: readonly Published[],
  unit: Unit,
  line: (comparator: 'group', label: string, figure: Published) => DraftComparator,
): DraftComparator | null {
  const last = figures
    .map(({ periodEnd }) => periodEnd)
    .sort()
    .at(-1)
  const known = figures.filter(({ periodEnd, value }) => periodEnd === last && value !== null)
  const [first] = known
  if (!first || known.length < 2) return null
  const mean = known.reduce((sum, { value }) => sum + (value ?? 0), 0) / known.length
  return { ...line('group', `${title}, mean of ${known.length}`, first), value: mean, text: sayValue(unit, mean) }
}

/** The neighbours as a distribution and our published figure in it: a place has a range only where the numbers behind it are known. */
function sayStanding(
  measure: MeasureDefinition,
  unit: Unit,
  own: Published | null,
  known: readonly Published[],
  model: string,
): readonly string[] {
  const values = known.flatMap(({ value }) => (value === null ? [] : [value]))
  const spread = distributionOf(own?.value ?? Number.NaN, values)
  if (!spread) return []
  const say = (value: number): string => sayValue(unit, value)
  const sentences = [
    `The ${spread.n} statistical neighbours (model of ${sayModel(model)}) run from ${say(spread.low)} to ${say(spread.high)}; the middle one is ${say(spread.median)}, and half of them lie from ${say(spread.lowerQuartile)} to ${say(spread.upperQuartile)}.`,
  ]
  if (own?.value == null || own.periodEnd !== known[0]?.periodEnd) return sentences
  const [us, them] = [bareEstimate(own.value), values.map(bareEstimate)]
  const rank = rankOf(us, them, measure.good === 'low' ? 'low' : 'high')
  const band = quarterBand(us, them)
  if (rank && band)
    sentences.push(
      `Ours as published, ${say(own.value)}, is ${ordinal(rank.rank)} of ${rank.of} (1st is the ${measure.good === 'low' ? 'lowest' : 'highest'}), in the ${['lowest', 'second', 'third', 'highest'][band.quarter - 1]} quarter. How sure that place is cannot be said: the numbers behind the others’ figures are not published with them.`,
    )
  return sentences
}

/** The range of places that our latest figure could have among the neighbours as published: `between 3rd and 8th of 11`. */
export function placeNow(
  { kind, good }: { readonly kind: string; readonly good: string },
  { numerator, denominator, value }: RawFigure,
  neighbours: readonly { readonly value: number | null }[],
): string | null {
  if (kind !== 'proportion' || numerator === null || !denominator || value === null) return null
  const values = neighbours.flatMap(one => (one.value === null ? [] : [one.value]))
  if (values.length < FEWEST) return null
  const [low, high] = proportionEstimate(numerator, denominator).intervalAt?.(0.95) ?? [value, value]
  const better = (figure: number): number =>
    1 + values.filter(other => (good === 'low' ? other < figure : other > figure)).length
  const [best, worst] = good === 'low' ? [better(low), better(high)] : [better(high), better(low)]
  const of = values.length + 1
  return best === worst
    ? `Our latest figure would be ${ordinal(best)} of ${of} among them`
    : `Our latest figure, chance allowed for, would be between ${ordinal(best)} and ${ordinal(worst)} of ${of} among them`
}

const ordinal = (n: number): string => {
  const tail = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${sayNumber(n)}${tail}`
}

const sayModel = (model: string): string =>
  /^\d{4}-\d\d$/.test(model) ? sayMonth(`${model}-01` as Day) : model || 'a date not given'

function sayPublished({ period, periodEnd }: Published, at: MeasureDefinition['at']): string {
  if (/^\d{4}-\d\d-\d\d$/.test(period))
    return at === 'period end' ? `position at ${sayDay(periodEnd)}` : `to ${sayDay(periodEnd)}`
  if (period.includes('/') || period.includes('-')) return `${period.slice(0, 4)} to ${periodEnd.slice(0, 4)}`
  return at === 'period end' ? `position at ${sayDay(periodEnd)}` : `year ending ${sayDay(periodEnd)}`
}

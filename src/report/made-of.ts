import type { Shown } from '../disclosure/shown.ts'
import { isQueried, type MeasureDefinition } from '../measures/measures.ts'

/** What the two numbers of a figure are, in words; decided with the measure, said with the figure. */
export type MadeOf =
  | { readonly kind: 'share' }
  | { readonly kind: 'number' }
  /** `children`, and what is averaged or added. */
  | { readonly kind: 'sum'; readonly who: string; readonly mean: boolean; readonly what: string }
  | { readonly kind: 'two'; readonly upper: string; readonly lower: string }
  | { readonly kind: 'rate'; readonly who: string }
  | { readonly kind: 'gap'; readonly region: boolean }

const plain = (id: string): string => id.replaceAll('-', ' ')
const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`
/** The first words of a population say who or what is in it: `Children in care…`, `Social workers…`. */
const whoOf = (population: string): string =>
  lower(/^(Social workers|Ends of care|\p{L}+)/u.exec(population)?.[0] ?? 'counted')

const people = /^(Children|Pupils|Care leavers|Social workers|Young people)\b/u

/** The people a measure counts, as the first words of its population say; null where it counts reviews, places, pounds… */
export function peopleCounted(
  measure: MeasureDefinition,
  measures: ReadonlyMap<string, MeasureDefinition>,
): string | null {
  if (isQueried(measure)) return lower(people.exec(measure.population)?.[0] ?? '') || null
  const of = measures.get(measure.kind === 'ratio' ? measure.numerator : measure.of)
  return of ? peopleCounted(of, measures) : null
}

/** What the numerator and denominator of a measure's figures are. */
export function madeOf(measure: MeasureDefinition): MadeOf {
  if (measure.kind === 'gap') return { kind: 'gap', region: measure.against === 'region' }
  if (measure.kind === 'ratio')
    return measure.unit === '%'
      ? { kind: 'share' }
      : { kind: 'two', upper: plain(measure.numerator), lower: plain(measure.denominator) }
  if (!isQueried(measure) || measure.kind === 'count') return { kind: 'number' }
  if (measure.kind === 'proportion') return { kind: 'share' }
  if (measure.kind === 'rate')
    return { kind: 'rate', who: `people aged ${measure.reference.from_age} to ${measure.reference.to_age}` }
  return {
    kind: 'sum',
    who: whoOf(measure.population),
    mean: measure.kind === 'average',
    what: lower(measure.counted),
  }
}

/** What a table of such figures calls its two numbers. */
export function partNames(made: MadeOf): { readonly upper: string; readonly lower: string } {
  if (made.kind === 'sum') return { upper: 'Sum', lower: 'Number' }
  if (made.kind === 'gap')
    return made.region ? { upper: 'Ours', lower: 'The region’s' } : { upper: 'Change', lower: 'From' }
  return { upper: 'Numerator', lower: 'Denominator' }
}

/** `146 of 566`, for a share whose two numbers may be seen; null for a figure that is not one. */
export function sayShareOf(made: MadeOf, numerator: Shown, denominator: Shown | null): string | null {
  if (made.kind !== 'share' || numerator.kind !== 'number' || denominator?.kind !== 'number') return null
  return `${numerator.text} of ${denominator.text}`
}

/** `52 children starting, 61 children ceasing`; null where there is nothing to say, or it may not be seen. */
export function sayMadeOf(made: MadeOf, numerator: Shown, denominator: Shown | null): string | null {
  const [above, below] = [numerator, denominator].map(figure => (figure?.kind === 'number' ? figure.text : null))
  if (made.kind === 'share') return sayShareOf(made, numerator, denominator)
  if (made.kind === 'number' || below == null) return null
  if (made.kind === 'sum')
    return `${made.mean ? 'Mean of' : 'Sum over'} ${below} ${below === '1' ? oneOf(made.who) : made.who}: ${made.what}`
  if (above == null) return null
  if (made.kind === 'two') return `${above} ${made.upper}, ${below} ${made.lower}`
  if (made.kind === 'rate') return `${above} for ${below} ${made.who}`
  if (made.region) return `Ours ${above}, the region’s ${below}`
  return `${above} from ${below}`
}

/** One of those whom a word names: `child` of `children`. */
export const oneOf = (people: string): string =>
  people
    .replace(/children$/, 'child')
    .replace(/people$/, 'person')
    .replace(/s$/, '')

import type { MeasureDefinition, QueriedMeasure } from '../definitions/measure.ts'
import type { Period } from '../kit/period.ts'
import { isQueried, type Member, measureNamed, members, type Session, series } from '../measures/measures.ts'
import { NOBODY, plus, type Range, type Tally } from './tally.ts'

/** A figure to move: a measure at a period. */
export type Asked = { readonly measure: MeasureDefinition; readonly period: Period }

/** A measure with a query, of a period, with its members. */
export type Part = {
  readonly measure: QueriedMeasure
  readonly period: Period
  readonly all: Tally
  readonly byChild: ReadonlyMap<string, Tally>
  /** The least and the greatest amount of anyone counted. */
  readonly amounts: Range
  readonly population: number
}
export type Figure = Asked & { readonly value: number; readonly reference: number }
export type Base = { readonly figures: readonly Figure[]; readonly parts: ReadonlyMap<string, Part> }

export const partKey = (id: string, { start, end }: Period): string => `${id} ${start} ${end}`

/** Figures that are measured, with the members behind each. */
export async function baseOf(session: Session, asked: readonly Asked[], authority: string): Promise<Base> {
  const figures: Figure[] = []
  const parts = new Map<string, Part>()
  const add = async (measure: MeasureDefinition, period: Period, population: number): Promise<void> => {
    if (!isQueried(measure)) {
      for (const name of namedBy(measure)) {
        const part = measureNamed(session, name)
        const [point] = await series(session, { measure: part, periods: [period], authority })
        await add(part, period, point?.denominator ?? 0)
      }
      return
    }
    const key = partKey(measure.id, period)
    if (parts.has(key)) return
    const everyone = await members(session, measure, [period], authority)
    const amounts = everyone.flatMap(({ counted, amount }) => (counted && amount !== null ? [amount] : []))
    parts.set(key, {
      measure,
      period,
      byChild: tallied(everyone, ({ local_id }) => local_id ?? ''),
      all: everyone.map(tallyOf).reduce((sum, one) => plus(sum, one), NOBODY),
      amounts: amounts.length
        ? [amounts.reduce((a, b) => Math.min(a, b)), amounts.reduce((a, b) => Math.max(a, b))]
        : [0, 0],
      population,
    })
  }
  for (const { measure, period } of asked) {
    const points = await series(session, { measure, periods: [period], authority })
    const point = points.find(({ slice }) => slice === null)
    if (point?.state !== 'measured' || point.value === null) continue
    await add(measure, period, point.denominator ?? 0)
    figures.push({ measure, period, value: point.value, reference: point.denominator ?? 0 })
  }
  return { figures, parts }
}

const namedBy = (measure: Exclude<MeasureDefinition, QueriedMeasure>): readonly string[] =>
  measure.kind === 'ratio'
    ? [measure.numerator, measure.denominator]
    : [measure.of, ...(measure.than === undefined ? [] : [measure.than])]

const tallyOf = ({ counted, amount }: Pick<Member, 'counted' | 'amount'>): Tally => ({
  members: 1,
  hits: counted ? 1 : 0,
  unknown: counted === null ? 1 : 0,
  amount: counted ? (amount ?? 0) : 0,
})

export function tallied(everyone: readonly Member[], of: (member: Member) => string): ReadonlyMap<string, Tally> {
  const found = new Map<string, Tally>()
  for (const member of everyone) found.set(of(member), plus(found.get(of(member)) ?? NOBODY, tallyOf(member)))
  return found
}

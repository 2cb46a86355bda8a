import { addMonths, type Day } from '../kit/day.ts'
import { type Annotation, annotationKinds } from '../records/records.ts'

export { type Annotation, annotationKinds }

/** One time an annotation stands for: from its first day to its last; `to` null: a change on the day, without an end. */
export type Occasion = { readonly annotation: Annotation; readonly from: Day; readonly to: Day | null }

/** The annotations of a measure, by all the names that files may call it, and those of every measure. */
export function annotationsOf(annotations: readonly Annotation[], names: readonly string[]): readonly Annotation[] {
  const known = new Set(names.map(name => name.toUpperCase()))
  return annotations.filter(({ measure }) => measure === null || known.has(measure.toUpperCase()))
}

const YEARS = 60

/** When annotations stand within [first, last], both days included; a yearly one once for each year from its first on. */
export function occasionsWithin(annotations: readonly Annotation[], first: Day, last: Day): readonly Occasion[] {
  return annotations
    .flatMap(annotation =>
      Array.from({ length: annotation.recurs === 'yearly' ? YEARS : 1 }, (_, i) => occasion(annotation, i)),
    )
    .filter(({ from, to }) => from <= last && (to ?? from) >= first)
}

/** An annotation so many years on: 29 February is the 28th in other years. */
const occasion = (annotation: Annotation, years: number): Occasion => ({
  annotation,
  from: addMonths(annotation.from, 12 * years),
  to: annotation.to === null ? null : addMonths(annotation.to, 12 * years),
})

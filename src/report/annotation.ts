import { checkRebases, type Rebase } from '../analysis/rebase.ts'
import { addDays, type Day, daysBetween, sayDay } from '../kit/day.ts'
import { type Annotation, annotationsOf, occasionsWithin } from '../review/annotation.ts'

/** Something marked on one chart. `from` and `to` are period ends of its points; `to` null: a line before the first. */
export type BandView = {
  /** By which the list under the chart names it; the same on every chart of the page. */
  readonly label: string
  readonly text: string
  /** `1 to 31 August 2026, every year`. */
  readonly when: string
  /** `Limits start anew. R. Marsh, 2 July 2026`; blank where there is nothing to say. */
  readonly about: string
  readonly kind: 'note' | 'break'
  readonly from: Day
  readonly to: Day | null
}

/** The annotations of one measure, numbered as the page names them, in the order of their days. */
export function annotationsFor(all: readonly Annotation[], names: readonly (string | null)[]): readonly Annotation[] {
  const own = annotationsOf(
    all,
    names.filter(name => name !== null),
  )
  return own.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/**
 * What is to be marked on a chart whose points end on `ends`, oldest first. A point stands for the days since the one before
 * it. A time that began before the first point is drawn from there on; a change before it is not drawn.
 */
export function bandsOn(annotations: readonly Annotation[], ends: readonly Day[]): readonly BandView[] {
  const [first, second] = ends
  const last = ends.at(-1)
  if (first === undefined || last === undefined) return []
  const start = addDays(first, 1 - (second === undefined ? 31 : daysBetween(first, second)))
  return occasionsWithin(annotations, start, last).flatMap(({ annotation, from, to }) => {
    const at = (d: Day): Day => ends.find(end => end >= d) ?? last
    return [
      {
        label: String(annotations.indexOf(annotation) + 1),
        text: annotation.text,
        when: sayWhen(annotation),
        about: sayAbout(annotation),
        kind: annotation.kind === 'rebase' || annotation.kind === 'definition' ? ('break' as const) : ('note' as const),
        from: at(from),
        to: to === null ? null : at(to),
      },
    ]
  })
}

const sayWhen = ({ from, to, recurs }: Annotation): string =>
  `${to === null ? `from ${sayDay(from)}` : from === to ? sayDay(from) : `${sayDay(from)} to ${sayDay(to)}`}${recurs ? ', and each year after' : ''}`

const says: Readonly<Record<Annotation['kind'], string>> = {
  event: '',
  practice: 'How the work is done changed.',
  definition: 'What is counted changed.',
  data: 'How it is recorded changed.',
  rebase: 'Limits start anew here.',
}

const sayAbout = ({ kind, author, date }: Annotation): string =>
  [says[kind], [author, date && sayDay(date)].filter(Boolean).join(', ')].filter(Boolean).join(' ')

export type Rebases = { readonly good: readonly Rebase[]; readonly unused: readonly string[] }

/**
 * Where limits start anew in a series whose points end on `ends`: at the point that a rebase's first day is in. What cannot be
 * used is said, never passed over in silence (statistics.md 1.2).
 */
export function rebasesOf(annotations: readonly Annotation[], ends: readonly Day[]): Rebases {
  const asked = annotations.flatMap(({ kind, from, text, author, date }) =>
    kind === 'rebase' && author !== null && date !== null ? [{ from, reason: text, author, decided: date }] : [],
  )
  const [first, second] = ends
  const start = first && addDays(first, 1 - (second === undefined ? 31 : daysBetween(first, second)))
  const placed = asked.map(({ from, ...why }) => {
    const inside = start !== undefined && from >= start
    const at = (inside ? ends.find(end => end >= from) : undefined) ?? from
    return { from, rebase: { ...why, at } }
  })
  // Decided within the period that it starts is decided after the change, though before the period ended.
  const checked = checkRebases(
    placed.map(({ rebase }) => ({ ...rebase, decided: rebase.decided > rebase.at ? rebase.decided : rebase.at })),
    ends,
  )
  return {
    good: checked.good.map(good => ({ ...good, decided: decidedOf(placed, good) })),
    unused: placed.flatMap(({ from, rebase }) => {
      const fault = checked.faults.find(({ at }) => at === rebase.at)
      return fault ? [`Limits do not start anew on ${sayDay(from)}, as asked. ${fault.what}.`] : []
    }),
  }
}

const decidedOf = (placed: readonly { readonly rebase: Rebase }[], { at, reason }: Rebase): Day =>
  placed.find(({ rebase }) => rebase.at === at && rebase.reason === reason)?.rebase.decided ?? at

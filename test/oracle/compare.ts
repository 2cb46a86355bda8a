import type { Day } from '../../src/kit/day.ts'
import { periodEnding, type Window } from '../../src/kit/period.ts'
import { isQueried, type Session, series } from '../../src/measures/measures.ts'
import { disputedStates, type Figure, figures, measures as returnMeasures } from './index.ts'
import type { Measure } from './measure.ts'

/** A figure on which the two disagree, or that only one of them gives. */
export type Disagreement = { readonly what: string; readonly oracle: string; readonly hearth: string }
export type Comparison = {
  readonly agreed: number
  readonly compared: ReadonlySet<string>
  readonly disagreements: readonly Disagreement[]
}

const sliceKey = (slice: Readonly<Record<string, string>> | null): string =>
  slice === null
    ? ''
    : Object.entries(slice)
        .map(([name, code]) => `${name}=${code}`)
        .join(';')
const keyOf = (
  catalogue: string,
  window: string,
  end: string,
  slice: Readonly<Record<string, string>> | null,
): string => `${catalogue} ${window} ${end} ${sliceKey(slice)}`

type Sayable = {
  readonly state: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly unknown: number
}
const near = (n: number | null): string => (n === null ? '-' : String(Math.round(n * 1e6) / 1e6))
const say = ({ state, numerator, denominator, unknown }: Sayable): string =>
  state === 'measured' ? `${near(numerator)}/${near(denominator)} unknown ${unknown}` : state

/** A slice with nobody in it, or a part of a whole that has nothing, may be left out by one side. */
const isEmpty = ({ numerator, denominator, unknown }: Sayable, part: boolean): boolean =>
  (numerator ?? 0) === 0 && (part || ((denominator ?? 0) === 0 && unknown === 0))

/** Slices that the oracle reads and Hearth has not, by their key: what has been put to those who keep the measures. */
const notSliced = new Set(['placement_group=foster'])

/**
 * Sets the figures of both beside each other: what Hearth's measures say of a session, and what the oracle reads in the files. A
 * figure that only one of them gives is a difference too, in the windows and by the slices that the measure has.
 */
export async function compare(
  session: Session,
  folder: string,
  ends: readonly Day[],
  of: readonly Measure[] = returnMeasures,
): Promise<Comparison> {
  const theirs = new Map<string, ReadonlyMap<string, Figure>>()
  for (const figure of figures(folder, ends, of)) {
    const own = theirs.get(figure.catalogue) ?? new Map<string, Figure>()
    theirs.set(figure.catalogue, own)
    ;(own as Map<string, Figure>).set(keyOf(figure.catalogue, figure.window, figure.period_end, figure.slice), figure)
  }
  const compared = new Set<string>()
  const disagreements: Disagreement[] = []
  let agreed = 0
  for (const measure of session.measures.values()) {
    const figuresOfMeasure = theirs.get(measure.catalogue)
    if (!figuresOfMeasure) continue
    const sliced = [...figuresOfMeasure.values()].map(({ slice }) => Object.keys(slice ?? {})[0])
    // A measure made of two others has the slices that they have; here, those that the oracle gives.
    const own = isQueried(measure) ? (await session.query(measure)).slices : null
    const names = [...new Set(sliced)].filter(name => name !== undefined).filter(name => own?.includes(name) ?? true)
    // A measure that the oracle reads as a breakdown has no figure for the whole.
    const read = of.find(one => one.catalogue === measure.catalogue)
    const whole = read?.by === undefined
    const total = read?.kind === 'total'
    const met = new Set<string>()
    const windows = new Set<string>()
    for (const window of measure.windows.filter((one): one is Exclude<Window, 'between'> => one !== 'between')) {
      const mine = ends
        .filter(end => window !== 'year' || end.endsWith('-03-31'))
        .filter(end => window !== 'quarter' || ['03', '06', '09', '12'].includes(end.slice(5, 7)))
        .filter(end => window !== 'term' || ['04', '08', '12'].includes(end.slice(5, 7)))
        .filter(end => window !== 'academic year' || end.slice(5, 7) === '08')
      if (mine.length === 0) continue
      windows.add(window)
      const points = await series(session, {
        measure,
        periods: mine.map(end => periodEnding(window, end)),
        slices: names.map(name => [name]),
      })
      for (const point of points) {
        const key = keyOf(measure.catalogue, window, point.period_end, point.slice)
        const figure = figuresOfMeasure.get(key)
        const open = disputedStates[measure.catalogue]
        if (open && say(point) === open.hearth && (!figure || say(figure) === open.oracle)) {
          met.add(key)
          continue
        }
        if (!figure) {
          const left = point.slice === null ? !whole : isEmpty(point, !whole)
          if (!left) disagreements.push({ what: key, oracle: 'gives none', hearth: say(point) })
          continue
        }
        met.add(key)
        compared.add(measure.catalogue)
        // In a share of a whole the oracle repeats the whole's unknown in every slice; here they stand in their own.
        const mixed = point.slice !== null && 'mix' in measure && measure.mix !== undefined
        const unknown = mixed ? 0 : point.unknown
        // Over how many things a total is added up is no part of the figure.
        const denominator = total ? figure.denominator : point.denominator
        if (say(mixed ? { ...figure, unknown: 0 } : figure) === say({ ...point, unknown, denominator })) agreed++
        else disagreements.push({ what: key, oracle: say(figure), hearth: say(point) })
      }
    }
    for (const [key, figure] of figuresOfMeasure) {
      const name = Object.keys(figure.slice ?? {})[0]
      const asked = windows.has(figure.window) && (name === undefined || names.includes(name))
      const left = name !== undefined && (isEmpty(figure, !whole) || notSliced.has(sliceKey(figure.slice)))
      if (asked && !met.has(key) && !left) {
        disagreements.push({ what: key, oracle: say(figure), hearth: 'gives none' })
      }
    }
  }
  for (const catalogue of theirs.keys()) {
    if (![...session.measures.values()].some(measure => measure.catalogue === catalogue)) {
      disagreements.push({ what: catalogue, oracle: 'is read', hearth: 'has no such measure' })
    }
  }
  return { agreed, compared, disagreements }
}

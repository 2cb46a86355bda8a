import type { Day } from '../../src/kit/day.ts'
import { periodEnding, type Window } from '../../src/kit/period.ts'
import { isQueried, type Session, series } from '../../src/measures/measures.ts'
import { type Figure, figures } from './index.ts'

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

/** Sets every figure that both give beside each other: what Hearth's measures say of a session, and what the oracle reads in the files. */
export async function compare(session: Session, folder: string, ends: readonly Day[]): Promise<Comparison> {
  const theirs = new Map(
    figures(folder, ends).map((figure: Figure) => [
      keyOf(figure.catalogue, figure.window, figure.period_end, figure.slice),
      figure,
    ]),
  )
  const dimensions = Map.groupBy(
    [...theirs.values()].filter(({ slice }) => slice !== null),
    ({ catalogue }) => catalogue,
  )
  const compared = new Set<string>()
  const disagreements: Disagreement[] = []
  let agreed = 0
  for (const measure of session.measures.values()) {
    const names = [
      ...new Set((dimensions.get(measure.catalogue) ?? []).flatMap(({ slice }) => Object.keys(slice ?? {}))),
    ]
    const own = isQueried(measure) ? (await session.query(measure)).slices : []
    for (const window of measure.windows.filter((one): one is Exclude<Window, 'between'> => one !== 'between')) {
      const mine = ends
        .filter(end => window !== 'year' || end.endsWith('-03-31'))
        .filter(end => window !== 'quarter' || ['03', '06', '09', '12'].includes(end.slice(5, 7)))
      if (mine.length === 0) continue
      const points = await series(session, {
        measure,
        periods: mine.map(end => periodEnding(window, end)),
        slices: names.filter(name => own.includes(name)).map(name => [name]),
      })
      for (const point of points) {
        const key = keyOf(measure.catalogue, window, point.period_end, point.slice)
        const figure = theirs.get(key)
        if (!figure) continue
        compared.add(measure.catalogue)
        // In a share of a whole the oracle repeats the whole's unknown in every slice; here they stand in their own.
        const mixed = point.slice !== null && 'mix' in measure && measure.mix !== undefined
        const unknown = mixed ? 0 : point.unknown
        if (say(mixed ? { ...figure, unknown: 0 } : figure) === say({ ...point, unknown })) agreed++
        else disagreements.push({ what: key, oracle: say(figure), hearth: say(point) })
      }
    }
  }
  return { agreed, compared, disagreements }
}

import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { type MeasureDefinition, type Session, series } from '../measures/measures.ts'
import { type RawFigure, rawFigure } from './figure.ts'

/** A data version before the current one, opened when first asked for. */
export type EarlierVersion = {
  readonly number: number
  /** The day it was made: what it says was known then. */
  readonly knownOn: Day
  /** The day on which it was submitted to DfE, where it was. */
  readonly submittedOn: Day | null
  readonly open: () => Promise<Session>
  /** Told why it could not be read; the page says only that it could not. */
  readonly unread: (fault: unknown) => void
}

/** What a version said of a measure: a figure for each period, in their order. */
export type ToldVersion = Omit<EarlierVersion, 'open' | 'unread'> & { readonly figures: readonly RawFigure[] }

export type Told = {
  /** Oldest first; those that had any figure of these periods. */
  readonly versions: readonly ToldVersion[]
  /** Versions that could not be read: made before something that the measure needs was kept. */
  readonly unread: readonly number[]
}

/** The same measure, periods and authority in each earlier version, by today's definition: only what was known differs. */
export async function toldBefore(
  earlier: readonly EarlierVersion[],
  measure: MeasureDefinition,
  periods: readonly Period[],
  authority: string,
): Promise<Told> {
  const versions: ToldVersion[] = []
  const unread: number[] = []
  for (const { open, unread: tell, ...about } of earlier.toSorted((a, b) => a.number - b.number)) {
    const figures = await open()
      .then(session => series(session, { measure, periods, authority }))
      .then(points => points.filter(({ slice }) => slice === null).map(rawFigure))
      .catch((fault: unknown) => {
        tell(fault)
        return null
      })
    if (figures === null) unread.push(about.number)
    else if (figures.some(({ state }) => state === 'measured')) versions.push({ ...about, figures })
  }
  return { versions, unread }
}

import type { Skill } from '../analysis/forecast/back-test.ts'
import type { Day } from '../kit/day.ts'

/**
 * What each part of the method was worth on a council's own past: it is switched off, and the past forecast again without it. That takes
 * minutes, so it is tested by the study alone, and the last test is told with every forecast.
 */
export type PartsTested = {
  /** The day it was tested. */
  readonly on: Day
  /** The last day that was known then. */
  readonly at: Day
  /** The mark of the history, and the method. */
  readonly history: string
  readonly method: string
  readonly runs: number
  readonly skills: readonly Skill[]
}

/** The last test of the parts, and whether it is of the history and method that the forecast is made of. */
export type PartsTold = PartsTested & { readonly same: boolean }

export const partsTold = (
  tested: PartsTested | null | undefined,
  { history, method }: Pick<PartsTested, 'history' | 'method'>,
): PartsTold | null => (tested ? { ...tested, same: tested.history === history && tested.method === method } : null)

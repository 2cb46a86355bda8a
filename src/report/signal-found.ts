import type { AssuranceFound } from '../analysis/assurance.ts'
import type { DirectionFound } from '../analysis/direction.ts'
import type { Look } from '../analysis/expected-signals.ts'
import type { YearOnYear } from '../analysis/year-on-year.ts'
import type { MeasureDefinition } from '../measures/measures.ts'
import type { SignalChart } from './signal-chart.ts'

/** Whether a figure has changed beyond chance, and what says so. */
export type SignalFound = {
  readonly direction: DirectionFound
  /** One sentence. */
  readonly because: string
  /** What was looked with, to say how many signals chance alone would raise; null where nothing was. */
  readonly look: Look | null
  /** Whether an unchanged process would meet the target; null where its kind has no limits to judge by. */
  readonly assurance: AssuranceFound | null
  /** The charts it was looked for in; none where there is only last year to compare with. */
  readonly charts: readonly SignalChart[]
  readonly lastYear: YearOnYear | null
  /** Why it is not said to this reader; left out: it is. */
  readonly unsaid?: string
}

/** Where there is too little to tell change from chance. */
export const NOTHING: SignalFound = {
  direction: { direction: 'not enough data', from: 'nothing' },
  because: 'There are not enough figures to tell a change from chance',
  look: null,
  assurance: null,
  charts: [],
  lastYear: null,
}

/** A figure made of two others: each of these is judged by its own events. */
export const OF_OTHERS: SignalFound = {
  ...NOTHING,
  because: 'It is made of two other figures: only of these can a change be told from chance, not of the two together',
}

/** Which way is good, as a direction asks for it. */
export const goodOf = ({ good }: MeasureDefinition): 'high' | 'low' | 'neither' => (good === 'band' ? 'neither' : good)

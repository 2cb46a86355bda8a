import type { Day } from '../kit/day.ts'
import type { Session } from '../measures/measures.ts'
import type { Annotation } from '../review/annotation.ts'
import type { Target } from '../review/target.ts'
import type { StandingWords } from '../review/word.ts'
import type { EarlierVersion } from './as-told.ts'
import type { OfficeChecks } from './office-checks.ts'
import type { OfficeForecast } from './office-forecast.ts'

/** What a desk works over: an open data version, the decisions, and where scorecards are. */
export type OfficeOptions = {
  readonly session: Session
  readonly authority: { readonly code: string; readonly name: string }
  readonly synthetic: boolean
  readonly targets: readonly Target[]
  /** What is marked on charts, and where limits start anew. */
  readonly annotations: readonly Annotation[]
  /** What officers wrote and decided, as it stands. */
  readonly words: StandingWords
  /** The day on which it is asked: consent to a case study is judged by it. */
  readonly today: Day
  readonly dataVersion: number
  /** Data versions before it, to say what figures were when last told. */
  readonly earlier: readonly EarlierVersion[]
  readonly knownOn: Day
  /** Folders of scorecard files, the council's own first. */
  readonly scorecards: readonly string[]
  /** The rules' findings that the data version keeps. They name children: for analysts. */
  readonly checks: OfficeChecks
  readonly forecast: OfficeForecast
  readonly close: () => void
}

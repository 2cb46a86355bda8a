import type { Audience } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import type { Asked, Ends } from './asked.ts'
import type { CheckAsked } from './check-asked.ts'
import type { CheckChildPage } from './check-child.ts'
import type { CheckPage, NotChecked } from './check-page.ts'
import type { ForecastView } from './forecast-view.ts'
import type { JourneyPeople, JourneyView } from './journey-view.ts'
import type { MeasureList, MeasureView } from './measure-view.ts'
import type { ForecastWanted } from './office-forecast.ts'
import type { PaperAsked, PaperView } from './paper-view.ts'
import type { Fault } from './quality-view.ts'
import type { RowView, ScorecardView } from './scorecard-view.ts'
import type { SourcesView } from './sources-view.ts'
import type { WhereLine, WhereView } from './where-view.ts'

export type { Asked, Ends }

/** Where pages and papers get their view models. The command line opens one and hands it on; it is closed at the end. */
export type Desk = {
  readonly authority: { readonly code: string; readonly name: string }
  readonly synthetic: boolean
  /** The data version the figures come from; pages are cached by it. */
  readonly dataVersion: string
  readonly scorecard: (asked: Asked) => Promise<ScorecardView>
  /** The same for several audiences, each as it may see it, from figures worked out once. */
  readonly scorecards: (
    asked: Omit<Asked, 'audience'>,
    audiences: readonly Audience[],
  ) => Promise<readonly ScorecardView[]>
  /** Throws HEARTH-1201 with "did you mean" for a name that no measure has. */
  readonly measure: (name: string, asked: Asked) => Promise<MeasureView>
  /** The rows of some measures, by any of their names; a name that nothing measures gives none. */
  readonly rows: (names: readonly string[], asked: Omit<Asked, 'scorecard'>) => Promise<readonly RowView[]>
  readonly list: () => MeasureList
  /** What a paper of a template is assembled from. */
  readonly paperOf: (asked: PaperAsked) => Promise<PaperView>
  readonly sources: (asked: { readonly at?: Day; readonly audience: Audience }) => Promise<SourcesView>
  /** Flows of children through a period; absent days: the twelve months to the last month end. */
  readonly journey: (asked: Ends & { readonly audience: Audience }) => Promise<JourneyView>
  /** The children of one flow, for those who may see unprotected figures. */
  readonly journeyPeople: (asked: Ends & { readonly from: string; readonly to: string }) => Promise<JourneyPeople>
  /** Where children live on a day: distance, nation, authority. */
  readonly where: (asked: { readonly at?: Day; readonly audience: Audience }) => Promise<WhereView>
  /** The children behind a line of where children live, for those who may see unprotected figures. */
  readonly wherePeople: (asked: { readonly at?: Day; readonly line: WhereLine }) => Promise<readonly string[]>
  /** Faults by how far they could move the scorecard, with the rows behind them: for analysts, never for a board or the public. */
  readonly quality: (asked: Asked) => Promise<{ readonly atText: string; readonly faults: readonly Fault[] }>
  /** What the rules of the return find in what the data version holds: for analysts, never for a board or the public. */
  readonly check: (asked: CheckAsked) => Promise<CheckPage | NotChecked>
  /** A child's rows with what the rules mark, for analysts; null where neither return has a row of them. */
  readonly checkChild: (asked: {
    readonly child: string
    readonly year?: string
    readonly fixes: boolean
  }) => Promise<CheckChildPage | null>
  /** What is coming, as an audience may see it; `later` while it is being worked out. Throws as `OfficeForecast` does. */
  readonly forecast: (asked: ForecastWanted & { readonly audience: Audience }) => Promise<ForecastView | 'later'>
  readonly close: () => void
}

import { disclose } from '../disclosure/pack.ts'
import type { Audience } from '../disclosure/shown.ts'
import { type Day, sayDay } from '../kit/day.ts'
import { endsBefore, latestPeriod, periodEnding, type Window } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import { isQueried, type MeasureDefinition, type Point, series } from '../measures/measures.ts'
import { type BandView, bandsOn } from './annotation.ts'
import { toldBefore } from './as-told.ts'
import { asToldView } from './as-told-view.ts'
import { type DraftRow, draftRow } from './draft-row.ts'
import { figureCells, type RawFigure, rawFigure, togetherOf } from './figure.ts'
import { partNames } from './made-of.ts'
import type { MeasureView } from './measure-view.ts'
import { movesOf } from './moves-view.ts'
import { asDecided, figureAsDecided } from './number-only.ts'
import type { OfficeOptions } from './office-options.ts'
import { periodsFor } from './periods.ts'
import { countedOnce } from './pictures.ts'
import { sayPeriod, sayShort } from './say.ts'
import type { PeriodFigure } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'
import { signalCharts } from './signal-view.ts'
import { slicesOf, three } from './slices-view.ts'
import { smallNumbers } from './small-numbers.ts'
import { asReliable } from './unreliable.ts'

const LONG_YEARS = 12

/** The page of one measure, all of whose figures are decided together. */
export async function measureView(
  options: OfficeOptions,
  measure: MeasureDefinition,
  row: {
    readonly number?: string | undefined
    readonly title?: string | undefined
    readonly alias?: string | undefined
    readonly window?: Window | undefined
  },
  at: Day,
  audience: Audience,
): Promise<
  Pick<
    MeasureView,
    | 'row'
    | 'asTold'
    | 'bands'
    | 'finding'
    | 'small'
    | 'signals'
    | 'long'
    | 'moves'
    | 'definition'
    | 'slices'
    | 'parts'
    | 'related'
  >
> {
  const { session, authority, targets, annotations, words } = options
  const drafted = await draftRow(session, authority.code, at, measure, targets, row, annotations)
  const draft = asReliable(asDecided(drafted, words['number-only'], at))
  const numberOnly = draft.numberOnly !== undefined
  const [shown] = showRows([draft], audience)
  if (!shown) throw new Error('a row was drafted and not shown')
  const periods = periodsFor(draft.window, at, 2)
  const latest = periods.at(-1)
  const figurePeriods = periodsFor(draft.window, at, draft.figures.length)
  const long = await longView(options, measure, draft, at, audience)
  const bandsOf = (points: readonly PeriodFigure[]): readonly BandView[] =>
    bandsOn(
      draft.annotations,
      points.map(({ periodEnd }) => periodEnd),
    )
  return {
    row: shown,
    // Earlier versions, breakdowns and published figures of it are shares.
    asTold: numberOnly
      ? null
      : asToldView(draft, await toldBefore(options.earlier, measure, figurePeriods, authority.code), audience),
    bands: { trend: bandsOf(shown.trend), long: bandsOf(long) },
    finding:
      shown.direction && shown.direction.word !== 'Not shown' ? `${shown.direction.word}: ${shown.title}` : shown.title,
    small: { trend: smallNumbers(draft.about.kind, shown.trend), long: smallNumbers(draft.about.kind, long) },
    signals: signalCharts(draft, audience),
    long,
    moves: latest && periods[0] ? await movesOf(options, measure, shown, [periods[0], latest], audience) : null,
    definition: definitionOf(measure),
    parts: partNames(draft.made),
    slices: latest && !numberOnly ? await slicesOf(options, measure, latest, audience) : [],
    related: [...session.measures.values()]
      .filter(other => other !== measure && indicator(other) === indicator(measure))
      .map(({ id, title }) => ({ id, title })),
  }
}

const indicator = ({ catalogue }: MeasureDefinition): string => catalogue.split(':')[0] ?? catalogue
/** Each 31 March for years, then each month of the last twelve; a yearly measure has its years only. */
async function longView(
  { session, authority }: OfficeOptions,
  measure: MeasureDefinition,
  row: DraftRow,
  at: Day,
  audience: Audience,
): Promise<readonly PeriodFigure[]> {
  const { window, unit } = row
  const { kind } = row.about
  if (window === 'between') return []
  const last = latestPeriod(window, at).end
  const months = endsBefore(window, last, 12)
  const march = latestPeriod('year', at).end
  const years =
    window === 'year' || window === 'three years'
      ? []
      : endsBefore('year', march, LONG_YEARS).filter(end => end < (months[0] ?? last))
  const periods = [...years, ...months].map(end => periodEnding(window, end))
  const points = countedOnce(
    (await series(session, { measure, periods, authority: authority.code })).filter(({ slice }) => slice === null),
  )
  const first = points.findIndex(({ state }) => state === 'measured')
  const kept = first < 0 ? [] : points.slice(first)
  const told = (point: Point): RawFigure =>
    row.numberOnly === undefined ? rawFigure(point) : figureAsDecided(measure.kind, rawFigure(point))
  const cells = kept.flatMap((point, i) => figureCells(String(i), kind, unit, told(point), audience))
  const shown = disclose({ audience, cells, together: kept.map((_, i) => togetherOf(`${i}`, kind)) })
  return kept.map((point, i) => ({
    periodEnd: point.period_end,
    period: sayPeriod(window, point.period_end, measure.at),
    short: sayShort(point.period_end),
    ...three(shown, String(i), told(point)),
  }))
}

/** The definition as a reader needs it. */
export function definitionOf(measure: MeasureDefinition): readonly { readonly term: string; readonly text: string }[] {
  const term = (
    name: string,
    text: string | undefined | null,
  ): readonly { readonly term: string; readonly text: string }[] => (text ? [{ term: name, text }] : [])
  const own = isQueried(measure)
    ? [
        ...term('Who is in the group', measure.population),
        ...term('Who is counted', measure.counted),
        ...term(
          'Not known when',
          measure.unknown &&
            `${measure.unknown}; ${measure.unknown_is === 'left out' ? 'left out of the group' : 'kept in the group, as not counted'}`,
        ),
      ]
    : measure.kind === 'ratio'
      ? term(
          'What is compared',
          `${measure.numerator.replaceAll('-', ' ')} to ${measure.denominator.replaceAll('-', ' ')}`,
        )
      : term(
          'What is compared',
          `${measure.of.replaceAll('-', ' ')}, less ${measure.against === 'region' ? 'the region’s latest published figure' : measure.against}`,
        )
  return [
    ...own,
    ...(measure.kind === 'rate'
      ? term(
          'Per',
          `${sayNumber(measure.base)} people aged ${measure.reference.from_age} to ${measure.reference.to_age}`,
        )
      : []),
    ...term('Read from', measure.basis),
    ...term('National figure', measure.national),
    ...term('Reference', measure.catalogue),
    ...term('First version', measure.revisions[0] && sayDay(measure.revisions[0].on)),
  ]
}

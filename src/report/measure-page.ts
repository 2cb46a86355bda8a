import { disclose, type PackCell, type Sum } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import { type Day, sayDay } from '../kit/day.ts'
import { endsBefore, latestPeriod, type Period, periodEnding, type Window } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import {
  type Cause,
  isQueried,
  type MeasureDefinition,
  type Point,
  series,
  type Why,
  whyMoved,
} from '../measures/measures.ts'
import { draftRow, unitOf } from './draft-row.ts'
import { figureCells, type RawFigure } from './figure.ts'
import { codeLabel, codeOrder, sliceTitle } from './labels.ts'
import type { MeasureView, MoveLine, SliceTable } from './measure-view.ts'
import type { OfficeOptions } from './office-options.ts'
import { periodsFor } from './periods.ts'
import { sayChange, sayPeriod, sayShort } from './say.ts'
import type { PeriodFigure } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'

const pageSlices = [
  'age_band',
  'sex',
  'ethnic_group',
  'legal_status',
  'placement_group',
  'provider',
  'in_area',
  'distance_band',
  'uasc',
  'time_in_care',
]
const LONG_YEARS = 12

const causeWords: Readonly<Record<Cause, string>> = {
  entered: 'Came into the group',
  left: 'Left the group',
  'aged in': 'Grew into the group',
  'aged out': 'Grew out of the group',
  'crossed into the count': 'Stayed, and now counted',
  'crossed out of the count': 'Stayed, and no longer counted',
  'amount changed': 'Stayed, with another amount',
  'became known': 'Was not known, now known',
  'became unknown': 'Was known, now not known',
  'recorded late': 'Recorded late',
  withdrawn: 'Withdrawn',
  corrected: 'Corrected',
}

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
): Promise<Pick<MeasureView, 'row' | 'long' | 'moves' | 'definition' | 'slices' | 'related'>> {
  const { session, authority, targets } = options
  const draft = await draftRow(session, authority.code, at, measure, targets, row)
  const [shown] = showRows([draft], audience)
  if (!shown) throw new Error('a row was drafted and not shown')
  const periods = periodsFor(draft.window, at, 2)
  const latest = periods.at(-1)
  return {
    row: shown,
    long: await longView(options, measure, draft.window, at, audience),
    moves: latest && periods[0] ? await movesOf(options, measure, periods[0], latest, audience) : null,
    definition: definitionOf(measure),
    slices: latest ? await slicesOf(options, measure, latest, audience) : [],
    related: [...session.measures.values()]
      .filter(other => other !== measure && indicator(other) === indicator(measure))
      .map(({ id, title }) => ({ id, title })),
  }
}

const indicator = ({ catalogue }: MeasureDefinition): string => catalogue.split(':')[0] ?? catalogue
const raw = (point: Point): RawFigure => ({
  periodEnd: point.period_end,
  numerator: point.numerator,
  denominator: point.denominator,
  value: point.value,
  unknown: point.unknown,
  state: point.state,
  reason: point.reason ?? null,
})

/** Each 31 March for years, then each month of the last twelve; a yearly measure has its years only. */
async function longView(
  { session, authority }: OfficeOptions,
  measure: MeasureDefinition,
  window: Window,
  at: Day,
  audience: Audience,
): Promise<readonly PeriodFigure[]> {
  if (window === 'between') return []
  const last = latestPeriod(window, at).end
  const months = endsBefore(window, last, 12)
  const march = latestPeriod('year', at).end
  const years =
    window === 'year' || window === 'three years'
      ? []
      : endsBefore('year', march, LONG_YEARS).filter(end => end < (months[0] ?? last))
  const periods = [...years, ...months].map(end => periodEnding(window, end))
  const points = (await series(session, { measure, periods, authority: authority.code })).filter(
    ({ slice }) => slice === null,
  )
  const first = points.findIndex(({ state }) => state === 'measured')
  const kept = first < 0 ? [] : points.slice(first)
  const unit = unitOf(measure, measure.kind === 'gap' ? session.measures.get(measure.of) : undefined)
  const cells = kept.flatMap((point, i) => figureCells(String(i), measure.kind, unit, raw(point), audience))
  const shown = disclose({ audience, cells, together: kept.map((_, i) => [`${i}`, `${i}/n`, `${i}/d`]) })
  return kept.map((point, i) => ({
    periodEnd: point.period_end,
    period: sayPeriod(window, point.period_end, measure.at),
    short: sayShort(point.period_end),
    ...three(shown, String(i), point),
  }))
}

function three(
  shown: ReadonlyMap<string, Shown>,
  id: string,
  point: Point,
): { readonly figure: Shown; readonly numerator: Shown; readonly denominator: Shown | null } {
  const [figure, numerator, denominator] = [shown.get(id), shown.get(`${id}/n`), shown.get(`${id}/d`)]
  if (!figure || !numerator || !denominator) throw new Error(`no decided figure ${id}`)
  return { figure, numerator, denominator: point.denominator === null ? null : denominator }
}

async function movesOf(
  { session, authority }: OfficeOptions,
  measure: MeasureDefinition,
  from: Period,
  to: Period,
  audience: Audience,
): Promise<MeasureView['moves']> {
  if (!isQueried(measure)) return null
  const why = await whyMoved(session, measure, from, to, authority.code)
  if (why.after.group === 0 && why.before.group === 0) return null
  const cells: readonly PackCell[] = why.moves.flatMap((move, i) => [
    signed(`${i}/c`, move.counted, move.members.length),
    signed(`${i}/g`, move.group, move.members.length),
  ])
  const change = why.after.counted - why.before.counted
  const shown = disclose({
    audience,
    cells: [...cells, signed('change', change, Math.abs(change))],
    together: why.moves.map((_, i) => [`${i}/c`, `${i}/g`]),
    sums: sumsOf(why),
  })
  const at = (id: string): Shown => {
    const figure = shown.get(id)
    if (!figure) throw new Error(`no decided figure ${id}`)
    return figure
  }
  const lines: readonly MoveLine[] = why.moves.map((move, i) => ({
    label: causeWords[move.cause],
    counted: at(`${i}/c`),
    group: at(`${i}/g`),
  }))
  return { from: sayDay(from.end), to: sayDay(to.end), lines, change: at('change') }
}

const sumsOf = (why: Why): readonly Sum[] => [{ total: 'change', parts: why.moves.map((_, i) => `${i}/c`) }]
const signed = (id: string, value: number, people: number): PackCell => ({
  id,
  value,
  text: sayChange({ unit: 'number', places: 0 }, value),
  people: [people],
})

async function slicesOf(
  { session, authority }: OfficeOptions,
  measure: MeasureDefinition,
  period: Period,
  audience: Audience,
): Promise<readonly SliceTable[]> {
  if (!isQueried(measure)) return []
  const query = await session.query(measure)
  const names = query.slices.filter(
    name => pageSlices.includes(name) || measure.mix?.includes(name) || query.columns.has(name),
  )
  const points = await series(session, {
    measure,
    periods: [period],
    slices: names.map(name => [name]),
    authority: authority.code,
  })
  const unit = unitOf(measure)
  const cut = points.filter(({ slice }) => slice !== null)
  const id = ({ slice }: Point): string => JSON.stringify(slice)
  const whole = points.find(({ slice }) => slice === null)
  const cells = [
    ...cut.flatMap(point => figureCells(id(point), measure.kind, unit, raw(point), audience)),
    ...(whole ? figureCells('whole', measure.kind, unit, raw(whole), audience) : []),
  ]
  const of = (name: string): readonly Point[] => cut.filter(({ slice }) => slice !== null && name in slice)
  const sums = names.flatMap(name =>
    (['/n', '/d'] as const).map(part => ({
      total: `whole${part}`,
      parts: of(name).map(point => `${id(point)}${part}`),
    })),
  )
  const together = cut.map(point => ['', '/n', '/d'].map(part => `${id(point)}${part}`))
  const shown = disclose({ audience, cells, sums, together })
  return names.flatMap(name => {
    const lines = of(name).toSorted(
      (a, b) => codeOrder(name, a.slice?.[name] ?? '') - codeOrder(name, b.slice?.[name] ?? ''),
    )
    if (lines.length < 2) return []
    return [
      {
        id: name,
        title: sliceTitle(name),
        lines: lines.map(point => ({
          label: codeLabel(name, point.slice?.[name] ?? ''),
          ...three(shown, id(point), point),
        })),
      },
    ]
  })
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

import { quantileOf } from '../analysis/quantile.ts'
import { decidedIn, disclose, type PackCell } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import { type Day, daysBetween, sayDay } from '../kit/day.ts'
import type { Told, ToldVersion } from './as-told.ts'
import type { DraftRow } from './draft-row.ts'
import { asGiven, figureCells, type RawFigure, togetherOf } from './figure.ts'
import { sayChange, sayPeriod } from './say.ts'

/** What an earlier version said of the latest period, and how the figure has changed since. */
export type ToldLine = {
  /** `Data version 3, submitted to DfE on 30 June 2026`. */
  readonly version: string
  readonly knownOn: string
  readonly figure: Shown
  readonly change: Shown
}

/** A period whose figure was last told otherwise. */
export type ToldPeriod = {
  readonly periodEnd: Day
  readonly period: string
  readonly told: Shown
  readonly now: Shown
  readonly change: Shown
  readonly version: string
}

export type AsToldView = {
  readonly period: string
  readonly lines: readonly ToldLine[]
  /** Oldest first; a ghost point each on the chart. */
  readonly changed: readonly ToldPeriod[]
  /** What usually comes of a figure after it is first told, in a sentence; null where too few have been told in time. */
  readonly usual: string | null
  readonly notes: readonly string[]
}

/** A figure is first told in time within so many days of the end of its period: later it is mostly corrected already. */
const IN_TIME = 92
/** Fewer corrections than this have no usual size. */
const FEWEST = 3

/**
 * The figures of a row as earlier data versions had them, decided in one pack with those of now: a figure told, or how it
 * changed, is shown only where both may be seen. Null where no earlier version has a figure of these periods.
 */
export function asToldView(row: DraftRow, { versions, unread }: Told, audience: Audience): AsToldView | null {
  if (versions.length === 0) return null
  const { about, unit } = row
  const measured = (figure: RawFigure | undefined): figure is RawFigure & { readonly value: number } =>
    figure?.state === 'measured' && figure.value !== null
  const pairs = versions.flatMap(version =>
    row.figures.flatMap((now, i) => {
      const told = version.figures[i]
      return measured(now) && measured(told) ? [{ version, i, now, told, by: now.value - told.value }] : []
    }),
  )
  const key = ({ version, i }: { readonly version: ToldVersion; readonly i: number }): string =>
    `${version.number}/${i}`
  const given = (value: number): number => asGiven(about.kind, unit, audience, value) ?? 0
  const size = (id: string, value: number): PackCell => ({
    id,
    value: given(value),
    text: sayChange(unit, given(value)),
    people: [],
  })
  // First told in time, and not the latest period, which has not settled.
  const first = row.figures
    .slice(0, -1)
    .flatMap((_, i) => pairs.find(pair => pair.i === i) ?? [])
    .filter(({ version, now }) => daysBetween(now.periodEnd, version.knownOn) <= IN_TIME)
  const sizes = first.map(({ by }) => by).sort((a, b) => a - b)
  const usual =
    sizes.length < FEWEST
      ? []
      : [size('median', quantileOf(sizes, 0.5) ?? 0), size('least', sizes[0] ?? 0), size('most', sizes.at(-1) ?? 0)]
  const shown = disclose({
    audience,
    cells: [
      ...row.figures.flatMap((figure, i) => figureCells(`now/${i}`, about.kind, unit, figure, audience)),
      ...pairs.flatMap(pair => [
        ...figureCells(key(pair), about.kind, unit, pair.told, audience),
        size(`${key(pair)}/change`, given(pair.now.value) - given(pair.told.value)),
      ]),
      ...usual,
    ],
    together: [
      ...row.figures.map((_, i) => togetherOf(`now/${i}`, about.kind)),
      ...pairs.map(pair => [
        ...togetherOf(key(pair), about.kind),
        `${key(pair)}/change`,
        ...togetherOf(`now/${pair.i}`, about.kind),
      ]),
    ],
    behind: first.map(pair => ({ figure: key(pair), behind: usual.map(({ id }) => id) })),
  })
  const at = decidedIn(shown)
  const last = row.figures.length - 1
  const seen = pairs.filter(pair => at(key(pair)).kind === 'number')
  const changed = row.figures.flatMap((now, i): readonly ToldPeriod[] => {
    const pair = seen.findLast(candidate => candidate.i === i)
    if (!pair || at(key(pair)).text === at(`now/${i}`).text) return []
    return [
      {
        periodEnd: now.periodEnd,
        period: sayPeriod(row.window, now.periodEnd, about.at),
        told: at(key(pair)),
        now: at(`now/${i}`),
        change: at(`${key(pair)}/change`),
        version: nameOf(pair.version),
      },
    ]
  })
  return {
    period: sayPeriod(row.window, row.figures[last]?.periodEnd ?? ('' as Day), about.at),
    lines: seen
      .filter(({ i }) => i === last)
      .map(pair => ({
        version: nameOf(pair.version),
        knownOn: sayDay(pair.version.knownOn),
        figure: at(key(pair)),
        change: at(`${key(pair)}/change`),
      })),
    changed,
    usual: usual.length && at('median').kind === 'number' ? sayUsual(sizes.length, at) : null,
    notes: [
      'Earlier figures are by today’s definition, from what was known then.',
      ...(seen.length < pairs.length ? ['Where a figure may not be seen, neither may what it was.'] : []),
      ...(unread.length ? [`Data version ${unread.join(', ')} cannot be read for this measure.`] : []),
    ],
  }
}

const nameOf = ({ number, submittedOn }: ToldVersion): string =>
  `Data version ${number}${submittedOn ? `, submitted to DfE on ${sayDay(submittedOn)}` : ''}`

const sayUsual = (periods: number, at: (id: string) => Shown): string =>
  at('least').text === at('most').text
    ? `The figures of ${periods} periods before, first told within three months of their end, have each changed by ${at('median').text} since.`
    : `The figures of ${periods} periods before, first told within three months of their end, have changed by ${at('least').text} to ${at('most').text} since; the middle one by ${at('median').text}. The latest figure may move as far.`

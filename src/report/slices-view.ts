import { decidedIn, disclose } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import type { Period } from '../kit/period.ts'
import { isQueried, type MeasureDefinition, type Point, readAreas, series } from '../measures/measures.ts'
import { unitOf } from './draft-row.ts'
import { figureCells, rawFigure, togetherOf } from './figure.ts'
import { codeLabel, codeOrder, sliceTitle } from './labels.ts'
import type { SliceTable } from './measure-view.ts'
import type { OfficeOptions } from './office-options.ts'
import { sayPlace } from './place-names.ts'

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
/** What the breakdowns are made from, where that has another name than the breakdown. */
const madeFrom: Readonly<Record<string, RegExp>> = {
  distance_band: /\bmiles_from_home\b/,
  placement_group: /\bplacement_(group|type)\b/,
  legal_status: /\blegal_status\b/,
  time_in_care: /\b(days_in_care|care_start\w*)\b/,
  age_band: /\b(age|age_band)\b/,
  provider: /\bprovider\w*\b/,
}

/**
 * Whether a breakdown is by the very thing that is counted: the query asks for it, and every line is all or none while the
 * whole is neither. Children more than 20 miles away, by distance, are 0% and 100% and tell nobody anything.
 */
export function isWhatIsCounted(
  name: string,
  sql: string,
  whole: Pick<Point, 'numerator' | 'denominator'>,
  lines: readonly Pick<Point, 'numerator' | 'denominator'>[],
): boolean {
  const { numerator, denominator } = whole
  if (numerator === null || denominator === null || numerator <= 0 || numerator >= denominator) return false
  if (!(madeFrom[name] ?? new RegExp(`\\b${name}\\b`)).test(sql)) return false
  return lines.every(line => line.numerator === 0 || line.numerator === line.denominator)
}

/** The three decided cells of a figure. */
export function three(
  shown: ReadonlyMap<string, Shown>,
  id: string,
  point: Pick<Point, 'denominator'>,
): { readonly figure: Shown; readonly numerator: Shown; readonly denominator: Shown | null } {
  const decided = decidedIn(shown)
  return {
    figure: decided(id),
    numerator: decided(`${id}/n`),
    denominator: point.denominator === null ? null : decided(`${id}/d`),
  }
}

/** The breakdowns of a measure at one period, decided in one pack with the whole. */
export async function slicesOf(
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
    ...cut.flatMap(point => figureCells(id(point), measure.kind, unit, rawFigure(point), audience)),
    ...(whole ? figureCells('whole', measure.kind, unit, rawFigure(whole), audience) : []),
  ]
  const of = (name: string): readonly Point[] => cut.filter(({ slice }) => slice !== null && name in slice)
  const sums = names.flatMap(name =>
    (['/n', '/d'] as const).map(part => ({
      total: `whole${part}`,
      parts: of(name).map(point => `${id(point)}${part}`),
    })),
  )
  const together = cut.map(point => togetherOf(id(point), measure.kind))
  const shown = disclose({ audience, cells, sums, together })
  const areas = names.includes('host_authority') ? await readAreas(session) : null
  const labelOf = (name: string, code: string): string =>
    name === 'host_authority' && code !== 'not_known' ? sayPlace(code, areas?.get(code)?.name) : codeLabel(name, code)
  return names.flatMap(name => {
    const lines = of(name).toSorted(
      (a, b) => codeOrder(name, a.slice?.[name] ?? '') - codeOrder(name, b.slice?.[name] ?? ''),
    )
    if (lines.length < 2 || (whole && isWhatIsCounted(name, measure.sql, whole, lines))) return []
    return [
      {
        id: name,
        title: sliceTitle(name),
        lines: lines.map(point => ({
          label: labelOf(name, point.slice?.[name] ?? ''),
          ...three(shown, id(point), point),
        })),
      },
    ]
  })
}

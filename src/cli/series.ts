import { type Day, monthEnd } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { type Period, periodEnding, periodsBetween, type Window } from '../kit/period.ts'
import { didYouMean } from '../kit/text.ts'
import {
  type AgeBands,
  type MeasureDefinition,
  mustKnowCare,
  type Point,
  type Session,
  series,
  slicesFor,
} from '../measures/measures.ts'
import { dayOf, type Globals, windowOf, wordOf } from './answers.ts'
import type { Command } from './command.ts'
import { openHome } from './home.ts'
import { measureAsked } from './measure-reference.ts'
import { type ForecastLine, forecastLines, forecastsNamed } from './series-forecast.ts'

type Options = {
  readonly measure?: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly window?: string
  readonly slice?: readonly string[]
  readonly ageBands?: string
  readonly authority?: string
  readonly format: string
}

const many = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

/** `0-4,5-10`: custom age bands. Throws HEARTH-1001. */
export function bandsOf(text: string): AgeBands {
  const bands = text.split(',').map(band => /^(\d+)-(\d+)$/.exec(band.trim()))
  const found = bands.flatMap(band => (band ? [[Number(band[1]), Number(band[2])] as const] : []))
  const ordered = found.every(([from, to], i) => from <= to && (i === 0 || (found[i - 1]?.[1] ?? 0) < from))
  if (found.length === bands.length && ordered) return found
  throw new UserError(
    'HEARTH-1001',
    `--age-bands is "${text}".`,
    'Write youngest and oldest age of each band, in order and without overlap: 0-4,5-10,11-15,16-17.',
  )
}

/** The periods asked for: all that close from the first day to the last, or the one between them. */
function periodsOf(window: Window, from: Day, to: Day): readonly Period[] {
  if (window === 'between') return [{ window, start: from, end: to }]
  const found = periodsBetween(window, from, to)
  return found.length === 0 && from === to ? [periodEnding(window, to)] : found
}

/** The days of which the version knows who is in care. Throws HEARTH-1409. */
function span(session: Session): { readonly first: Day; readonly last: Day } {
  const known = mustKnowCare(session.holdings)
  return { first: monthEnd(known.first), last: known.last }
}

/** The authority asked for; undefined for all. Throws HEARTH-1004. */
export function authorityOf(session: Session, given: string | undefined, own: string): string | undefined {
  if (given === 'all') return undefined
  const code = given ?? (session.authorities.length === 1 ? session.authorities[0] : own) ?? own
  if (session.authorities.includes(code)) return code
  throw new UserError(
    'HEARTH-1004',
    `There is nothing of authority "${code}".${didYouMean(code, session.authorities)}`,
    `Held: ${session.authorities.slice(0, 10).join(', ')}. Or use --authority all.`,
  )
}

/** The slices of those asked that a measure has; all of them must be there where the measure was named. */
async function slicesAsked(
  session: Session,
  measure: MeasureDefinition,
  asked: readonly (readonly string[])[],
  named: boolean,
): Promise<readonly (readonly string[])[]> {
  if (asked.length === 0) return []
  const has = await slicesFor(session, measure)
  const missing = asked.flat().find(name => !has.includes(name))
  if (named && missing !== undefined)
    throw new UserError(
      'HEARTH-1005',
      `${measure.id} has no slice "${missing}".${didYouMean(missing, has)}`,
      has.length ? `It has: ${has.join(', ')}.` : 'It has none.',
    )
  return asked.filter(set => set.every(name => has.includes(name)))
}

function measuresAsked(
  home: string,
  session: Session,
  names: readonly string[] | undefined,
  window: Window | undefined,
): readonly MeasureDefinition[] {
  if (names === undefined)
    return [...session.measures.values()].filter(
      ({ windows }) => window === undefined || window === 'between' || windows.includes(window),
    )
  const found = names.flatMap(name => name.split(',')).map(name => measureAsked(home, session, name))
  const without = found.find(
    ({ windows, at }) =>
      window !== undefined && !windows.includes(window) && !(window === 'between' && at === 'within period'),
  )
  if (without)
    throw new UserError(
      'HEARTH-1006',
      `${without.id} is not measured by "${window}".`,
      `Its windows are: ${without.windows.join(', ')}.`,
    )
  return found
}

const quote = (cell: unknown): string => {
  const text = cell === null || cell === undefined ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const columns = [
  'authority',
  'measure',
  'catalogue',
  'window',
  'period_end',
  'slice',
  'numerator',
  'denominator',
  'value',
  'unknown',
  'state',
  'reason',
] as const

/** A slice as `age_band=10_15;sex=female` (local-extracts.md 4.12). */
const saySlice = (slice: Point['slice']): string =>
  Object.entries(slice ?? {})
    .map(([name, code]) => `${name}=${code}`)
    .join(';')
/** What a figure tells of is for the pack that decides who may see it; analysts have its two numbers. */
const asJson = ({ behind: _, picture, ...point }: Point): string =>
  JSON.stringify(picture ? { ...point, as_at: picture.asAt } : point)
const forecastCsvLine = (line: ForecastLine): string =>
  columns
    .map(name =>
      quote(
        name === 'slice'
          ? Object.entries(line.slice)
              .map(part => part.join('='))
              .join(';')
          : name === 'reason'
            ? null
            : line[name],
      ),
    )
    .join(',')
const asCsv = (point: Point): string =>
  columns.map(name => quote(name === 'slice' ? saySlice(point.slice) : point[name])).join(',')

/** `hearth series`: figures for analysts, not suppressed. */
export const seriesCommand: Command = program =>
  program
    .command('series')
    .description('figures over time, one a line, for analysts: not suppressed')
    .option(
      '--measure <id>',
      'a measure id, catalogue reference or scorecard number; may be given again; absent: all',
      many,
    )
    .option('--from <day>', 'first period end; absent: the first month held')
    .option('--to <day>', 'last period end; absent: the last day held')
    .option('--window <window>', "the window; absent: each measure's own; `between` for any two days")
    .option('--slice <name>', 'a slice, or two together as age_band,sex; may be given again', many)
    .option('--age-bands <bands>', 'other age bands for the slice age_band: 0-4,5-10,11-15,16-17')
    .option('--authority <code>', 'a code, or all; absent: our own')
    .option('--format <format>', 'jsonl or csv', 'jsonl')
    .addHelpText(
      'after',
      '\nExample:\n  hearth series --measure PLC-01 --from 2025-04-30 --to 2026-03-31 --slice age_band --format csv',
    )
    .action(async (options: Options, command) => {
      const { home } = command.optsWithGlobals() as Globals
      const format = wordOf('format', options.format, ['jsonl', 'csv'])
      const window = options.window === undefined ? undefined : windowOf(options.window)
      const bands = options.ageBands === undefined ? undefined : bandsOf(options.ageBands)
      const asked = (options.slice ?? []).map(names => names.split(',').map(name => name.trim()))
      const [from, to] = [options.from, options.to].map((text, i) =>
        text === undefined ? undefined : dayOf(i ? 'to' : 'from', text),
      )
      if (window === 'between' && (from === undefined || to === undefined))
        throw new UserError('HEARTH-1003', 'The window `between` needs both days.', 'Give --from and --to.')
      if (from !== undefined && to !== undefined && from > to)
        throw new UserError('HEARTH-1003', `--from ${from} is after --to ${to}.`, 'Give the earlier day first.')
      const open = await openHome(home)
      try {
        const { session } = open
        const authority = authorityOf(session, options.authority, open.council.code)
        const held = span(session)
        if (format === 'csv') process.stdout.write(`${columns.join(',')}\n`)
        const names = options.measure?.flatMap(name => name.split(','))
        const forecasts = (names ?? []).flatMap(forecastsNamed)
        const others = names?.filter(name => forecastsNamed(name).length === 0)
        for (const code of forecasts.length === 0 ? [] : authority === undefined ? session.authorities : [authority]) {
          const byGroup = asked.some(set => set.includes('cost_group'))
          const span = { from: from ?? held.first, to: to ?? held.last }
          const lines = await forecastLines(session, { authority: code, catalogues: forecasts, ...span, byGroup })
          process.stdout.write(
            lines.map(line => `${format === 'csv' ? forecastCsvLine(line) : JSON.stringify(line)}\n`).join(''),
          )
        }
        for (const measure of others?.length === 0 ? [] : measuresAsked(home, session, others, window)) {
          const slices = await slicesAsked(session, measure, asked, options.measure !== undefined)
          const periods = periodsOf(window ?? measure.windows[0] ?? 'month', from ?? held.first, to ?? held.last)
          if (periods.length === 0) continue
          const points = await series(session, {
            measure,
            periods,
            slices,
            ...(bands ? { bands } : {}),
            ...(authority === undefined ? {} : { authority }),
          })
          process.stdout.write(points.map(point => `${format === 'csv' ? asCsv(point) : asJson(point)}\n`).join(''))
        }
      } finally {
        await open.close()
      }
    })

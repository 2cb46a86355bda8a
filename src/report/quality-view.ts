import type { Day } from '../kit/day.ts'
import { sayNumber } from '../kit/text.ts'
import {
  findMeasure,
  isQueried,
  type MeasureDefinition,
  type Person,
  people,
  type Session,
  saySource,
  setAsideRows,
} from '../measures/measures.ts'
import type { Target } from '../review/target.ts'
import { doubtOf } from './doubt.ts'
import { type DraftRow, draftRow, latestOf } from './draft-row.ts'
import { periodsFor } from './periods.ts'
import { sayValue } from './say.ts'
import type { ScorecardRow } from './scorecard-file.ts'

/** A row to mend: the child, and where the row stands. For analysts only. */
export type RowToMend = { readonly child: string | null; readonly file: string | null; readonly line: number | null }

/** A figure that a fault could move, and how far. */
export type Touched = {
  readonly number: string | null
  readonly measure: string
  readonly title: string
  readonly shown: string
  /** `17.1% to 18.9%`. */
  readonly range: string
  /** Both in words: `17.9%, could lie from 17.1% to 18.9%`; of an average, which nothing bounds from above, `at least 138.0 with them`. */
  readonly says: string
  /** The width of the range: of a share in points, of a count or an average over itself. */
  readonly reach: number
}

/** A fault of the data: what is wrong, how often, the figures it touches, furthest first, and the rows to mend. */
export type Fault = {
  readonly what: string
  readonly count: number
  readonly reach: number
  readonly touches: readonly Touched[]
  readonly rows: readonly RowToMend[]
}

/** How many rows are listed with a fault. */
const LISTED = 20

/**
 * The faults behind a scorecard, those that could move it furthest first: returned rows that could not be used, and children
 * of whom what is counted is not known. Not protected: for analysts.
 */
export async function qualityFaults(
  session: Session,
  authority: string,
  at: Day,
  rows: readonly ScorecardRow[],
  targets: readonly Target[],
): Promise<readonly Fault[]> {
  const faults = new Map<string, Fault>()
  const add = (key: string, what: string, count: number, touched: Touched, mend: readonly RowToMend[]): void => {
    const before = faults.get(key)
    const touches = [...(before?.touches ?? []), touched].sort((a, b) => b.reach - a.reach)
    faults.set(key, {
      what,
      count: Math.max(before?.count ?? 0, count),
      reach: touches[0]?.reach ?? 0,
      touches,
      rows: before?.rows.length ? before.rows : mend,
    })
  }
  const aside = new Map<string, readonly RowToMend[]>()
  for (const row of rows) {
    const measure = findMeasure(session.measures, row.measure ?? row.catalogue)
    if (!measure) continue
    const draft = await draftRow(session, authority, at, measure, targets, row)
    for (const [source, count] of draft.setAsideOf) {
      const touched = touchedBy(draft, 0, count)
      if (!aside.has(source)) aside.set(source, await setAsideRows(session, source, authority, LISTED))
      if (touched)
        add(
          `set aside ${source}`,
          `Rows of ${saySource(source)} that could not be used`,
          count,
          touched,
          aside.get(source) ?? [],
        )
    }
    const { unknown } = latestOf(draft)
    const touched = unknown > 0 ? touchedBy(draft, unknown, 0) : null
    if (touched)
      add(
        `unknown ${'unknown' in measure ? measure.unknown : measure.id}`,
        `Not known: ${'unknown' in measure && measure.unknown ? measure.unknown : 'what is counted'}`,
        unknown,
        touched,
        await unknownRows(session, measure, draft, authority, at),
      )
  }
  return [...faults.values()].sort((a, b) => b.reach - a.reach || (a.what < b.what ? -1 : 1))
}

/** How far a figure could move by so many unknown or unusable rows alone; null where it could not. */
export function touchedBy(draft: DraftRow, unknown: number, setAside: number): Touched | null {
  const latest = latestOf(draft)
  const range = doubtOf({ ...draft, setAside, figures: [...draft.figures.slice(0, -1), { ...latest, unknown }] })
  if (latest.value === null || range === null || range.low === null) return null
  // Nothing bounds an average from above: it reaches from its value to the least it could be.
  const width = range.high === null ? Math.abs(range.low - latest.value) : range.high - range.low
  const [shown, low] = [sayValue(draft.unit, latest.value), sayValue(draft.unit, range.low)]
  const said = range.high === null ? `at least ${low}` : `${low} to ${sayValue(draft.unit, range.high)}`
  return {
    number: draft.number,
    measure: draft.about.id ?? '',
    title: draft.title,
    shown,
    range: said,
    says: range.high === null ? `${said} with them` : `${shown}, could lie from ${said}`,
    reach: draft.about.kind === 'count' || draft.about.kind === 'average' ? width / Math.max(1, latest.value) : width,
  }
}

async function unknownRows(
  session: Session,
  measure: MeasureDefinition,
  draft: DraftRow,
  authority: string,
  at: Day,
): Promise<readonly RowToMend[]> {
  const [period] = periodsFor(draft.window, at, 1)
  if (!period || !isQueried(measure)) return []
  return (await people(session, measure, period, 'unknown', authority)).slice(0, LISTED).map(rowOf)
}

const rowOf = ({ local_id, subject, file, line }: Person): RowToMend => ({ child: local_id ?? subject, file, line })

/** The heading of a fault: `18 · Rows of the Episodes table of the return that could not be used`. */
export const sayFault = ({ what, count }: Fault): string => `${what}: ${sayNumber(count)}`

/**
 * What puts a fault right where no row need be wrong: the first return held begins with children already in care, and a child
 * who is no longer returned has an end that only a later return gives. Null where the rows are what to mend.
 */
export function cureOf({ what }: Pick<Fault, 'what'>): string | null {
  if (/return does not hold/.test(what))
    return 'These rows need no mending: what is not known stands in the return of an earlier year. Import it.'
  if (/no return says/.test(what))
    return 'These rows need no mending: what is not known stands in a later return, or a return left it out. Import one that has it.'
  return null
}

/** `And 12 more.`, of a fault whose rows are not all listed. */
export const sayMore = ({ count, rows }: Pick<Fault, 'count' | 'rows'>): string =>
  rows.length > 0 && count > rows.length ? `And ${sayNumber(count - rows.length)} more.` : ''

/** A fault as a page shows it: words only. */
export type FaultSaid = {
  readonly heading: string
  readonly touches: readonly { readonly measure: string; readonly title: string; readonly words: string }[]
  readonly rows: readonly { readonly child: string; readonly where: string }[]
  /** Blank where the rows are what to mend. */
  readonly cure: string
  /** Blank where every row is listed. */
  readonly more: string
}

/** `returns/episodes.csv:42`; blank where a row came from no file. */
export const sayRowPlace = ({ file, line }: Pick<RowToMend, 'file' | 'line'>): string =>
  file === null ? '' : `${file}${line === null ? '' : `:${line}`}`

/** Faults in the words that `hearth quality` prints, for a page. */
export const sayFaults = (faults: readonly Fault[]): readonly FaultSaid[] =>
  faults.map(fault => ({
    heading: sayFault(fault),
    touches: fault.touches.map(({ measure, number, title, says }) => ({
      measure,
      title: `${number ? `${number} ` : ''}${title}`,
      words: says,
    })),
    rows: fault.rows.map(row => ({ child: row.child ?? 'No child', where: sayRowPlace(row) })),
    cure: cureOf(fault) ?? '',
    more: sayMore(fault),
  }))

import type { Day } from '../kit/day.ts'
import { holdsOn, type StandingWords } from '../review/word.ts'
import type { DraftRow } from './draft-row.ts'
import type { Kind, RawFigure } from './figure.ts'
import type { CellView } from './paper-view.ts'

/** What stands in the place of a colour where it was decided that none is given. */
export const NUMBER_ONLY = 'Shown as a number only'

type Decisions = StandingWords['number-only']

/** Why a measure is told in numbers only on a day; null where nobody decided so. */
export function numberOnlyReason(decided: Decisions, names: readonly (string | null)[], at: Day): string | null {
  const found = decided.filter(({ body }) => names.includes(body.measure) && holdsOn(body, at))
  return found.at(-1)?.body.reason ?? null
}

/** What of a measure is a number of people: its own, or what stands above the line of a share or a rate. */
const isCounted = (kind: Kind): boolean => kind === 'proportion' || kind === 'rate'

/** A figure as the number above its line. Whether it may be seen is decided by all that a share tells: its group, and the rest of that. */
export function figureAsDecided(kind: Kind, figure: RawFigure): RawFigure {
  if (!isCounted(kind)) return figure
  const { numerator, denominator, state, behind } = figure
  const told =
    behind ??
    (kind === 'proportion' && numerator !== null && denominator !== null
      ? [numerator, denominator, denominator - numerator]
      : null)
  return {
    ...figure,
    denominator: null,
    value: state === 'measured' ? numerator : null,
    ...(told ? { behind: told } : {}),
  }
}

/**
 * A row that is told in numbers of children and never as a percentage, by a dated decision: nothing is judged by it, so it has no
 * target, no colour and no direction, and is compared with nobody's share.
 */
export function asNumberOnly(row: DraftRow, reason: string): DraftRow {
  const { about } = row
  const plain: DraftRow = {
    ...row,
    about: { ...about, good: 'neither' },
    target: { kind: 'none' },
    signal: null,
    numberOnly: reason,
  }
  if (!isCounted(about.kind)) return plain
  return {
    ...plain,
    about: { ...plain.about, kind: 'count' },
    unit: { unit: 'number', places: 0 },
    figures: row.figures.map(figure => figureAsDecided(about.kind, figure)),
    made: { kind: 'number' },
    bounds: null,
    compared: row.compared && {
      comparators: [],
      headline: null,
      neighbours: [],
      standing: [],
      differs: null,
      notCompared: NUMBER_ONLY,
    },
  }
}

/** A row as it was decided that it is told on a day. */
export function asDecided(row: DraftRow, decided: Decisions, at: Day): DraftRow {
  const reason = numberOnlyReason(decided, [row.about.id, row.about.catalogue], at)
  return reason === null ? row : asNumberOnly(row, reason)
}

/** Decided cells of a table, those of such a measure as the number above the line. */
export const cellsAsDecided = (cells: readonly CellView[], decided: Decisions, at: Day): readonly CellView[] =>
  cells.map(cell =>
    cell.denominator !== null && numberOnlyReason(decided, [cell.measure, cell.catalogue], at) !== null
      ? { ...cell, unit: 'number', figure: cell.numerator, denominator: null }
      : cell,
  )

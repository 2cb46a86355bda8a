import { addDays, addMonths, type Day, monthEnd, parseDay } from '../kit/day.ts'
import { didYouMean } from '../kit/text.ts'
import { operators, type Target } from './target.ts'

/** A fault in a row of a targets file: the line in the file (the header is 1), the column, what was found and what to do. */
export type TargetFault = {
  readonly line: number
  readonly column: string
  readonly found: string
  readonly says: string
  readonly warning: boolean
}

type Cells = ReadonlyMap<string, string>
export type TargetRow = { readonly line: number; readonly cells: Cells }

const plainNumber = (text: string): number | null => {
  const clean = text.replaceAll(',', '').replace(/^£/, '').replace(/%$/, '').trim()
  return clean !== '' && Number.isFinite(Number(clean)) ? Number(clean) : null
}

/**
 * What a reference of a targets file names: a measure by its one name (NUM-01 and CP1 are the same), and whether it is a share
 * of 100; or why it names none.
 */
export type Named =
  | { readonly kind: 'measure'; readonly id: string; readonly share: boolean }
  | { readonly kind: 'none'; readonly says: string }

const byItself = (id: string): Named => ({ kind: 'measure', id, share: false })

/**
 * Reads the rows of a `targets.csv` (local-extracts.md 4.7, and two columns of ours: `amber_percent`, tolerance as a
 * percentage of the target, and `profile`, twelve values April to March separated by semicolons). Collects every fault;
 * a row with an error is left out. `named` knows the measures; without it every reference is taken.
 */
export function readTargets(
  rows: readonly TargetRow[],
  named: (reference: string) => Named = byItself,
): {
  readonly targets: readonly Target[]
  readonly faults: readonly TargetFault[]
} {
  const faults: TargetFault[] = []
  const read = rows.flatMap(row => readRow(row, faults, named).map(target => ({ target, line: row.line })))
  for (const [i, { target, line }] of read.entries()) {
    const clash = read
      .slice(0, i)
      .find(({ target: other }) => sameMeasure(other, target, named) && overlap(other, target))?.target
    if (clash) {
      const other = clash.measure === target.measure ? 'another' : `that of ${clash.measure}, the same measure,`
      faults.push({
        line,
        column: 'from',
        found: `${target.measure} ${target.from}`,
        says: `Targets of one measure may not overlap: ${other} is in force from ${clash.from}. End that one first.`,
        warning: false,
      })
    }
  }
  const targets = read.map(({ target }) => target)
  return { targets, faults }
}

/** Whether two targets are of one measure, whatever they call it. */
export function sameMeasure(a: Target, b: Target, named: (reference: string) => Named = byItself): boolean {
  const idOf = ({ measure }: Target): string => {
    const found = named(measure)
    return found.kind === 'measure' ? found.id : measure
  }
  return idOf(a) === idOf(b)
}

/** Whether both are in force on one day. */
export const overlap = (a: Target, b: Target): boolean =>
  (a.to === null || a.to > b.from) && (b.to === null || b.to > a.from)

function readRow(
  { line, cells }: TargetRow,
  faults: TargetFault[],
  named: (reference: string) => Named,
): readonly Target[] {
  const cell = (name: string): string => (cells.get(name) ?? '').trim()
  const before = faults.length
  const fault = (column: string, says: string, warning = false): null => {
    faults.push({ line, column, found: cell(column), says, warning })
    return null
  }
  const date = (column: string, required: boolean): Day | null => {
    if (cell(column) === '')
      return required ? fault(column, 'A day is needed here, as 2026-04-01 or 01/04/2026.') : null
    return parseDay(cell(column)) ?? fault(column, 'This is not a day. Write 2026-04-01 or 01/04/2026.')
  }
  const number = (column: string): number | null =>
    cell(column) === '' ? null : (plainNumber(cell(column)) ?? fault(column, 'This is not a number.'))

  const measure =
    cell('measure') ||
    fault('measure', 'Name the measure: a reference such as NUM-07, or a scorecard number such as CP8.')
  const known = measure ? named(measure) : null
  if (known?.kind === 'none') fault('measure', known.says)
  const from = date('from', true)
  const to = date('to', false)
  const agreedOn = date('agreed_on', true)
  const operator =
    operators.find(known => known === cell('operator')) ??
    fault('operator', `Use one of ${operators.join(' ')}.${didYouMean(cell('operator'), operators)}`)
  const bounds = operator === 'between' ? cell('value').split('..').map(plainNumber) : [plainNumber(cell('value'))]
  const [value = null, upper = null] = bounds
  if (value === null || (operator === 'between' && upper === null))
    fault('value', operator === 'between' ? 'Write the two ends as 10..15.' : 'This is not a number.')
  const profile = cell('profile') === '' ? null : cell('profile').split(';').map(plainNumber)
  if (profile && (profile.length !== 12 || profile.includes(null)))
    fault('profile', 'Write twelve numbers, April to March, separated by semicolons.')
  if (known?.kind === 'measure' && known.share) {
    const outside = (n: number | null): boolean => n !== null && (n < 0 || n > 100)
    if (outside(value) || outside(upper)) fault('value', 'The measure is a percentage: write a number from 0 to 100.')
    if (profile?.some(outside)) fault('profile', 'The measure is a percentage: write numbers from 0 to 100.')
  }
  const percent = number('amber_percent')
  const amber = number('amber_within')
  if (to?.endsWith('-03-31'))
    fault('to', `A target ends on the first day it is no longer in force. Did you mean ${addDays(to, 1)}?`, true)
  if (from && to && to <= from) fault('to', 'The target ends before it begins.')

  const wrong = faults.slice(before).some(({ warning }) => !warning)
  if (wrong || !measure || !from || !agreedOn || !operator || value === null) return []
  return [
    {
      measure,
      from,
      to,
      operator,
      value,
      high: upper,
      amberWithin: amber ?? (percent === null ? null : (Math.abs(value) * percent) / 100),
      amberPercent: percent,
      profile: profile && Object.fromEntries(profile.map((month, i) => [monthEnd(addMonths(from, i)), month ?? value])),
      rationale: cell('rationale') || null,
      setBy: cell('set_by'),
      agreedOn,
    },
  ]
}

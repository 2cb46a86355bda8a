import type { Shown } from '../disclosure/shown.ts'
import type { Kind } from './figure.ts'
import { SMALL_GROUP } from './say.ts'
import type { PeriodFigure } from './scorecard-view.ts'

/** Under this many children a count moves a lot by itself (a setting). */
const FEW = 10

const few = (figure: Shown | null, most: number): boolean =>
  figure?.kind === 'hidden' || (figure?.kind === 'number' && Math.abs(figure.value) < most && figure.value !== 0)

/**
 * The warning under a chart whose points stand for few children: made from decided figures only, so that it says nothing of a
 * hidden one but that it is small. Null where none is needed. Source: statistics.md section 4 and the boards' own scorecards.
 */
export function smallNumbers(
  kind: Kind,
  points: readonly Pick<PeriodFigure, 'figure' | 'numerator' | 'denominator'>[],
): string | null {
  const seen = points.filter(({ figure }) => figure.kind !== 'none')
  const group = kind === 'proportion' || kind === 'average' || kind === 'ratio'
  const small = seen.filter(({ figure, numerator, denominator }) =>
    group ? few(denominator ?? figure, SMALL_GROUP) : few(kind === 'rate' ? numerator : figure, FEW),
  ).length
  if (small === 0 || kind === 'gap' || kind === 'total') return null
  const which = small === seen.length ? 'every point stands' : `${small} of ${seen.length} points stand`
  const many = group ? `fewer than ${SMALL_GROUP} in the group` : `fewer than ${FEW}`
  return `Small numbers: ${which.replace(/^1 of (\d+) points stand/, '1 of $1 points stands')} for ${many}, so one more or one fewer moves the line a lot. Look at the run of points, not at one.`
}

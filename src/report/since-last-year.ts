import { meanChange, type ShareOfStock, shareChange, stockChange } from '../analysis/paired-change.ts'
import { type YearOnYear, yearOnYear } from '../analysis/year-on-year.ts'
import type { OnBothDays, QueriedMeasure } from '../measures/measures.ts'

/** This day against the same day last year, children on both days counted once. */
export function changeSince(
  measure: QueriedMeasure,
  kind: 'stock' | 'share_of_stock',
  members: readonly OnBothDays[],
): YearOnYear | null {
  const only = (pick: (member: OnBothDays) => boolean): number => members.filter(pick).length
  if (kind === 'stock') {
    const entered = only(({ earlier, later }) => later === true && earlier !== true)
    const left = only(({ earlier, later }) => earlier === true && later !== true)
    return yearOnYear(confidence => stockChange(entered, left, confidence))
  }
  if (measure.kind === 'average') {
    const counted = members.map(
      ({ earlier, later, amountEarlier, amountLater }) =>
        [later === true ? amountLater : null, earlier === true ? amountEarlier : null] as const,
    )
    const both = counted.flatMap(([now, then]) => (now !== null && then !== null ? [[now, then] as const] : []))
    const entered = counted.flatMap(([now, then]) => (now !== null && then === null ? [now] : []))
    const left = counted.flatMap(([now, then]) => (now === null && then !== null ? [then] : []))
    return yearOnYear(confidence => meanChange({ both, entered, left }, confidence))
  }
  const stock: ShareOfStock = {
    both: {
      stillCounted: only(({ earlier, later }) => earlier === true && later === true),
      gained: only(({ earlier, later }) => earlier === false && later === true),
      lost: only(({ earlier, later }) => earlier === true && later === false),
      stillNot: only(({ earlier, later }) => earlier === false && later === false),
    },
    entered: {
      x: only(({ earlier, later }) => earlier === null && later === true),
      n: only(({ earlier, later }) => earlier === null && later !== null),
    },
    left: {
      x: only(({ earlier, later }) => earlier === true && later === null),
      n: only(({ earlier, later }) => earlier !== null && later === null),
    },
  }
  return yearOnYear(confidence => shareChange(stock, confidence))
}

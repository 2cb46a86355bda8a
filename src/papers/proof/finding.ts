import type { TextPlace } from '../../files/text-block.ts'

/** What can be wrong with a figure, in the words people read. */
export type FindingKind =
  | 'share of a count'
  | 'parts and whole'
  | 'percentages that should total 100'
  | 'size of a change'
  | 'product'
  | 'direction of a change'
  | 'percent or percentage points'
  | 'rate printed as a percentage'
  | 'two values for one thing'
  | 'table total'
  | 'opening, in, out and closing'
  | 'comparison'
  | 'reference period'
  | 'section numbers'
  | 'said to be steady'
  | 'not as the edition has it'

/**
 * A figure that does not hold. `wrong`: the text contradicts itself, whatever the facts are. `question`: somebody should look; the text
 * may be right in a way that cannot be seen from it.
 */
export type Finding = {
  readonly kind: FindingKind
  readonly certainty: 'wrong' | 'question'
  readonly where: TextPlace
  readonly sentence: string
  readonly found: string
  /** What it should be; null where the text does not say. */
  readonly expected: string | null
  readonly why: string
}

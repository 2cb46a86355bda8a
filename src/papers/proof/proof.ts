import type { TextBlock } from '../../files/text-block.ts'
import { checkAverages } from './average.ts'
import { checkBases } from './base.ts'
import { checkBounds } from './bounds.ts'
import { checkChanges } from './change.ts'
import { checkClaims } from './claim.ts'
import { checkClosings } from './closing.ts'
import { checkPeriods } from './column-period.ts'
import { checkComparisons } from './comparison.ts'
import { checkSums } from './each.ts'
import { checkExtremes } from './extreme.ts'
import type { Finding } from './finding.ts'
import { checkFlows } from './flow.ts'
import { checkFollowing } from './follows.ts'
import { checkGaps } from './gap.ts'
import { checkHundreds } from './hundred.ts'
import { checkMultiples } from './multiple.ts'
import { checkNamed } from './named.ts'
import { checkOpposites } from './opposite.ts'
import { isTable, readPaper, sentencesOfPaper } from './paper.ts'
import { checkPossible } from './possible-share.ts'
import { checkProducts } from './product.ts'
import { checkRates } from './rate.ts'
import type { Check } from './reading.ts'
import { checkRows } from './row-claim.ts'
import { checkSections } from './section-order.ts'
import { checkShares } from './share.ts'
import { checkStandings } from './standing.ts'
import { checkSteady } from './steady.ts'
import { checkTableClaims } from './table-claim.ts'
import { checkTables } from './table-sums.ts'
import { checkTogether } from './together.ts'
import { checkTwice } from './twice.ts'
import { checkWholes } from './whole.ts'

/** In this order: of two checks that find fault with one figure the first is told. */
const checks: readonly Check[] = [
  checkShares,
  checkSums,
  checkChanges,
  checkGaps,
  checkMultiples,
  checkAverages,
  checkProducts,
  checkRates,
  checkTables,
  checkFlows,
  checkClosings,
  checkWholes,
  checkHundreds,
  checkOpposites,
  checkTogether,
  checkComparisons,
  checkStandings,
  checkBounds,
  checkRows,
  checkPeriods,
  checkSteady,
  checkPossible,
  checkBases,
  checkFollowing,
  checkTwice,
  checkTableClaims,
  checkExtremes,
  checkNamed,
  checkClaims,
  checkSections,
]

const key = ({ where, found, sentence }: Finding): string => `${where.page} ${where.line} ${sentence} ${found}`

/** What was found, and how much there was to read: nothing found in nothing read says nothing. */
export type Proof = { readonly findings: readonly Finding[]; readonly sentences: number; readonly tables: number }

/**
 * Reads a paper and lists the figures that do not hold, in order of reading. Nothing is known but the text: what it cannot decide is left,
 * or asked as a question.
 */
export function proofRead(blocks: readonly TextBlock[]): Proof {
  const paper = readPaper(blocks)
  const found = new Map<string, Finding>()
  for (const one of checks.flatMap(check => check(paper))) {
    const before = found.get(key(one))
    if (!before || (before.certainty === 'question' && one.certainty === 'wrong')) found.set(key(one), one)
  }
  const findings = [...found.values()].toSorted(
    (a, b) => (a.where.page ?? 0) - (b.where.page ?? 0) || a.where.line - b.where.line,
  )
  const figured = sentencesOfPaper(paper).filter(({ figures }) =>
    figures.some(({ kind }) => kind !== 'date' && kind !== 'label'),
  )
  return { findings, sentences: figured.length, tables: paper.parts.filter(isTable).length }
}

import { blocksOfLines } from '../../files/plain-text.ts'
import type { Finding } from './finding.ts'
import { proofRead } from './proof.ts'

/** What is found in a text, as if it were the whole paper. */
export const findingsIn = (text: string): readonly Finding[] =>
  proofRead(blocksOfLines(text.split('\n').map((line, i) => ({ text: line, page: null, line: i + 1 })))).findings

/** The same in short: `wrong size of a change: 32% → 22%`. */
export const shortly = (text: string): readonly string[] =>
  findingsIn(text).map(({ kind, certainty, found, expected }) => `${certainty} ${kind}: ${found} → ${expected}`)

import type { Named } from './target-file.ts'
import type { Kind } from './word-kinds.ts'
import { type Known, type ReadWord, readWord, type WordFault } from './word-read.ts'

/** For tests: two measures, of which one has three names, and data versions 1 to 12. */
export const known: Known = {
  named: (reference): Named => {
    const id = { CP12: 'placed-over-20-miles', 'PLC-01': 'placed-over-20-miles', CP1: 'children-in-care' }[reference]
    const own = ['placed-over-20-miles', 'children-in-care'].find(measure => measure === reference)
    return id || own
      ? { kind: 'measure', id: id ?? reference, share: false }
      : { kind: 'none', says: `There is no measure "${reference}".` }
  },
  dataVersions: new Set(Array.from({ length: 12 }, (_, i) => i + 1)),
}

const said = { author: 'A. Lister', date: '2026-11-09' }
const whole: Readonly<Record<Kind, Readonly<Record<string, string | readonly string[]>>>> = {
  commentary: { measure: 'CP12', period: '2026-10', tag: 'performance', text: 'Words.' },
  'standing-note': { area: 'Fostering', text: 'A policy.' },
  priority: { priority: 'close-to-home', title: 'Close to home', measures: 'CP12; CP1' },
  calendar: {
    board: 'Corporate Parenting Board',
    meeting: '2026-11-24',
    papers_due: '2026-11-16',
    data_as_at: '2026-10-31',
  },
  'front-matter': {
    paper: 'november',
    title: 'A paper',
    key_decision: 'no',
    forward_plan: 'no',
    director: 'R. Marsh',
    wards: 'All',
    exempt: 'no',
  },
  section: { section: 'Legal implications', text: 'None.' },
  'number-only': { measure: 'CP12', reason: 'The group is small.' },
  'case-study': {
    paper: 'november',
    title: 'A story',
    anonymised: 'yes',
    consent: 'yes',
    consent_date: '2026-11-02',
    consent_scope: 'board',
    text: 'A story.',
  },
  action: {
    measure: 'CP12',
    period: '2026-10',
    text: 'Open two homes.',
    owner: 'Head of Placements',
    due: '2027-01-31',
  },
}

/** A word of a kind, whole by default, its fields from line 2 on; a field given as null is left out. */
export function given(
  kind: Kind,
  changes: Readonly<Record<string, string | readonly string[] | null>> = {},
): ReadWord | readonly WordFault[] {
  const fields = Object.entries({ ...said, ...whole[kind], ...changes }).flatMap(([name, value], i) =>
    value === null ? [] : [[name, { value, line: i + 2 }] as const],
  )
  return readWord({ kind, file: 'words.md', line: 1, fields: new Map(fields) }, known)
}

/** A word that is well said; a failed test where it is not. */
export function read(...asked: Parameters<typeof given>): ReadWord {
  const answer = given(...asked)
  if ('key' in answer) return answer
  throw new Error(JSON.stringify(answer))
}

/** The fields at fault, in the order of their being found. */
export function faultsOf(...asked: Parameters<typeof given>): readonly string[] {
  const answer = given(...asked)
  return 'key' in answer ? [] : answer.map(({ field }) => String(field))
}

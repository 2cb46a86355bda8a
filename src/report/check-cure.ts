import type { WhyNotRun } from '../checks/not-run.ts'

/** What was checked: files as they were given, or a return that a data version holds. */
export type CheckedFrom = 'files' | 'data version'

/** What would let a rule run that did not, and could be done to what was checked; null where nothing would. */
export function cureOf(why: WhyNotRun, from: CheckedFrom): string | null {
  const give = from === 'files' ? 'give' : 'import'
  const beside = from === 'files' ? ' beside the files of the return' : ''
  switch (why.kind) {
    case 'no table':
      if (why.last) return from === 'files' ? 'give last year’s return with --last' : 'import last year’s return'
      return `${give} the table; a file with only its heading says that there are no rows`
    case 'no column':
      return `${give} the table with ${why.columns.length === 1 ? 'that column' : 'those columns'}`
    case 'no providers':
      return `${give} Ofsted’s list of providers${beside}`
    case 'no postcodes':
      return `${give} postcodes.csv${beside}`
    case 'no council':
      return from === 'files' ? 'name the council with --authority' : 'import the return with --authority'
    case 'not due':
      return 'check again when the year is over'
    case 'query failed':
      return 'tell us: this is a fault of ours'
    case 'not in force':
      return null
  }
}

import { type Audience, isProtected } from '../disclosure/shown.ts'
import type { ScorecardView } from './scorecard-view.ts'

type Stands = { readonly audience: Audience } & Partial<Pick<ScorecardView, 'status' | 'edition'>>

/** What stands at the head of a paper or page for a board or the public that nobody has published; blank for others. */
export function draftLine({ audience, status = 'draft', edition = null }: Stands): string {
  if (!isProtected(audience) || status === 'published') return ''
  if (edition === null) return 'Draft. Not for publication: it is made from live figures, which nobody has released.'
  return status === 'approved'
    ? 'Approved, and not yet published.'
    : 'Draft. Not for publication: this edition has not been approved.'
}

/** How far a scorecard is: `Draft`, `Edition 3, approved`. */
export const sayStatus = ({ status, edition }: Pick<ScorecardView, 'status' | 'edition'>): string =>
  edition === null ? 'Draft' : `Edition ${edition}, ${status}`

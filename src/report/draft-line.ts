import { type Audience, isProtected } from '../disclosure/shown.ts'

/** What stands at the head of a paper or page for a board or the public that is made from live figures; blank for others. */
export const draftLine = ({ audience }: { readonly audience: Audience }): string =>
  isProtected(audience) ? 'Draft. Not for publication: it is made from live figures, which nobody has released.' : ''

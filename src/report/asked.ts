import type { Audience } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'

/** What is asked for: a day (absent: the last month end that the data reach), for whom, on which scorecard. */
export type Asked = { readonly at?: Day; readonly audience: Audience; readonly scorecard?: string }

/** The first and last day of a period. */
export type Ends = { readonly start?: Day; readonly end?: Day }

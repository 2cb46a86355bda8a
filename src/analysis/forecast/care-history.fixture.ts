import { type Day, toNumber } from '../../kit/day.ts'
import { type CareHistory, type Exit, exits, OPEN, type Stream, streams } from './care-history.ts'

/** A child of a worked example: one period of care, in one group unless stays are told. Days as text. */
export type Told = {
  readonly start: string
  readonly end?: string
  readonly exit?: Exit
  /** 18th birthday; far off unless told. */
  readonly eighteenth?: string
  readonly stream?: Stream
  readonly family?: number
  /** Group on each day from which it holds; the first from the start. */
  readonly stays?: readonly (readonly [from: string, group: number])[]
}

export const dayNumber = (text: string): number => toNumber(text as Day)

/** A history of worked examples, known by 31 March 2026 and from 1 April 2023 unless told otherwise. */
export function historyOf(
  children: readonly Told[],
  {
    from = '2023-04-01',
    until = '2026-03-31',
    groups = ['fostering', 'residential', 'other'] as readonly string[],
  } = {},
): CareHistory {
  const sorted = [...children].sort((a, b) => a.start.localeCompare(b.start))
  const end = ({ end: day }: Told): number => (day ? dayNumber(day) : OPEN)
  const stays = sorted.flatMap((child, care) =>
    (child.stays ?? [[child.start, 0] as const]).map(([day, group], i, all) => ({
      care,
      group,
      start: dayNumber(day),
      end: all[i + 1] ? dayNumber(all[i + 1]?.[0] ?? '') : end(child),
    })),
  )
  return {
    from: dayNumber(from),
    until: dayNumber(until),
    groups,
    care: {
      start: Int32Array.from(sorted, c => dayNumber(c.start)),
      end: Int32Array.from(sorted, end),
      eighteenth: Int32Array.from(sorted, c => dayNumber(c.eighteenth ?? '2035-06-15')),
      exit: Uint8Array.from(sorted, c => (c.end ? exits.indexOf(c.exit ?? 'home') : 255)),
      stream: Uint8Array.from(sorted, c => streams.indexOf(c.stream ?? 'general')),
      family: Int32Array.from(sorted, (c, i) => c.family ?? 1000 + i),
    },
    stay: {
      care: Int32Array.from(stays, s => s.care),
      start: Int32Array.from(stays, s => s.start),
      end: Int32Array.from(stays, s => s.end),
      group: Uint8Array.from(stays, s => s.group),
    },
  }
}

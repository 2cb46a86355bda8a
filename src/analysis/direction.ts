import type { Way } from './run-rules.ts'

/** Which way is good; neither for a measure that is for information. */
export type Good = 'high' | 'low' | 'neither'

/** Direction of travel, as data. The words a reader sees are these (statistics.md 5.3). */
export type Direction = 'improving' | 'getting worse' | 'rising' | 'falling' | 'no clear change' | 'not enough data'

export type DirectionFound = {
  readonly direction: Direction
  /** What bears it out. */
  readonly from: 'latest point' | 'trend' | 'nothing'
}

export type DirectionEvidence = {
  /** Special cause of the latest point, of the right chart or of the flows; 'not judged' where neither could be drawn. */
  readonly latest: Way | 'both ways' | 'no special cause' | 'not judged'
  /** Way of the trend over 12 months on independent periods; 'refused' where it may not be tested. */
  readonly trend: Way | 'no trend' | 'refused'
}

/**
 * The direction of travel: (a) a special cause on the latest point, else (b) a trend, else (c) no clear change; never from
 * two points. Signals that push both ways are no clear change. Total: every combination has one answer. Statistics.md 5.3.
 */
export function directionOf({ latest, trend }: DirectionEvidence, good: Good): DirectionFound {
  if (latest === 'high' || latest === 'low') return { direction: wordFor(latest, good), from: 'latest point' }
  if (latest === 'both ways') return { direction: 'no clear change', from: 'latest point' }
  if (trend === 'high' || trend === 'low') return { direction: wordFor(trend, good), from: 'trend' }
  if (latest === 'not judged' && trend === 'refused') return { direction: 'not enough data', from: 'nothing' }
  return { direction: 'no clear change', from: 'nothing' }
}

/** The word for a move, read through what is good. Also for a signal: improvement, concern, or neither. */
export function wordFor(way: Way, good: Good): Direction {
  if (good === 'neither') return way === 'high' ? 'rising' : 'falling'
  return way === good ? 'improving' : 'getting worse'
}

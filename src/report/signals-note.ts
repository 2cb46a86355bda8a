import { expectedSignals } from '../analysis/expected-signals.ts'
import { sayNumber } from '../kit/text.ts'
import type { DraftRow } from './draft-row.ts'
import type { RowView } from './scorecard-view.ts'
import { listed, plainStory } from './story.ts'
import { isRealChange, isTold } from './story-judged.ts'
import { quoted } from './story-title.ts'

/**
 * How many figures changed beyond chance, which, and how many would seem to if nothing had: a board looks at many figures every
 * month. Only rows that this reader sees count, in the order of `drafts`: a hidden figure that changed would be a hint about it.
 */
export function signalsNote(drafts: readonly DraftRow[], views: readonly RowView[]): readonly string[] {
  const judged = new Map(
    drafts.flatMap(({ key, signal }, i) => {
      const view = views[i]
      return view && signal?.look && isTold(view) && view.direction?.word !== 'Not shown'
        ? [[key, { view, look: signal.look, from: signal.direction.from }] as const]
        : []
    }),
  )
  const changed = [...judged.values()].filter(({ view }) => isRealChange(view))
  const [latest, trend] = [
    changed.filter(({ from }) => from === 'latest point'),
    changed.filter(({ from }) => from === 'trend'),
  ]
  const named = (some: typeof changed): string => plainStory(listed(some.map(({ view }) => quoted(view))))
  const { of, expected, mostByChance } = expectedSignals(
    [...judged.values()].map(({ look }) => look),
    latest.length,
  )
  if (of === 0) return []
  const whole = `${of === 1 ? '1 figure' : `${of} figures`} of the scorecard that ${of === 1 ? 'is' : 'are'} shown here and can be judged`
  const when = trend.length === 0 ? '' : ' in its latest period'
  const seen =
    latest.length > 0
      ? `${sayNumber(latest.length)} of the ${whole} ${latest.length === 1 ? 'has' : 'have'} changed beyond chance: ${named(latest)}.`
      : of === 1
        ? `The ${whole} has not changed beyond chance${when}.`
        : `None of the ${whole} has changed beyond chance${when}.`
  return [
    [
      seen,
      `If nothing at all had changed, about ${sayNumber(expected, 1)} would seem to by chance alone, and up to ${mostByChance} would be no surprise.`,
      ...(trend.length === 0 ? [] : [`Over 12 months there is a trend in ${named(trend)}.`]),
    ].join(' '),
  ]
}

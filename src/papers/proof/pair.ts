import type { Figure } from './figure.ts'
import { matches, pattern } from './pattern.ts'
import { countsOf } from './reading.ts'
import type { Sentence } from './sentence.ts'

/** A part and its whole, and how many sentences back they stand; 0 is the nearest. */
export type Pair = { readonly part: Figure; readonly whole: Figure; readonly back: number }

export const OF_THE_WHOLE = pattern('^(?:so |thus )?of (?:the |our |these |those |all )?(?:[a-z]+ )?<c>')
const PART_OF = pattern(
  "<c>(?: [a-z'’-]+){0,4}? (?:out )?of (?:(?:the|our|these|those|all|their) )?(?:[a-z]+ )?<c>|<c>(?:[^⟦⟧;:.]|⟦[da]\\d+⟧){0,80}? out of (?:(?:the|our|these|those|all|their) )?(?:[a-z]+ )?<c>",
)
const OF_WHOM = pattern('<c>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,60}?,? ?(?:of whom|of which) <c>')

/** "46 of the 58", "Of the 58, 46 …", "58, of whom 46": the pairs of one sentence, the last first. */
export function pairsIn(sentence: Sentence, back = 0): readonly Pair[] {
  const pairs: Pair[] = []
  const add = (part?: Figure, whole?: Figure): void => {
    if (part && whole && whole.value >= part.value) pairs.push({ part, whole, back })
  }
  for (const { figures } of matches(sentence, PART_OF).toReversed()) add(figures[0], figures[1])
  const opens = matches(sentence, OF_THE_WHOLE)[0]?.figures[0]
  const rest = opens ? countsOf(sentence).filter(figure => figure.start > opens.start) : []
  if (opens && rest.length === 1) add(rest[0], opens)
  const whose = matches(sentence, OF_WHOM)[0]?.figures
  add(whose?.[1], whose?.[0])
  return pairs
}

/** The pairs of the sentences before, the nearest first. */
export const pairsBefore = (before: readonly Sentence[]): readonly Pair[] =>
  before.toReversed().flatMap((sentence, back) => pairsIn(sentence, back))

import { matches, pattern } from './pattern.ts'
import { type Check, finding, inContext } from './reading.ts'
import { isPossible, nearestShare } from './row-claim.ts'

const OF_COUNT = pattern('<p> of (?:the |our |all |these |those )?<c>(?! ?(?:per|a|days|weeks|months))')
const WERE = pattern(
  '^<c>(?: [a-z]+){1,3} (?:were|was) (?:reviewed|held|due|completed|visited|assessed|undertaken|carried out|audited)',
)
const ITS = pattern('^(?:timeliness|of (?:these|those|them)|performance)\\b[^⟦⟧;:]{0,50}<p>')

/** A percentage that no whole number of its base can be: 94.3% of 116. Asked about, since the base may be another. */
export const checkPossible: Check = paper =>
  [...inContext(paper)].flatMap(({ sentence, before }) => {
    const own = matches(sentence, OF_COUNT).map(({ figures: [percent, whole] }) => ({ percent, whole }))
    const last = before.at(-1)
    const whole = last ? matches(last, WERE)[0]?.figures[0] : undefined
    const its = whole ? matches(sentence, ITS).map(({ figures: [percent] }) => ({ percent, whole })) : []
    return [...own, ...its].flatMap(({ percent, whole: base }) =>
      !percent || !base || percent.nearness !== 'exact' || isPossible(percent, base.value)
        ? []
        : [
            finding('share of a count', sentence, {
              certainty: 'question',
              found: percent.text,
              expected: nearestShare(percent, base.value),
              why: `No whole number of ${base.text} is ${percent.text}.`,
            }),
          ],
    )
  })

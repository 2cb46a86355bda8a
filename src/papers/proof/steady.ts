import { alike, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { valueOfWord } from './number-word.ts'
import { type Check, finding, inContext } from './reading.ts'
import type { Sentence } from './sentence.ts'

const STILL =
  /\b(?:static|unchanged|the same|not changed|no change|flat)\b[^.;]*?\bfor (?:the )?(?:last |past )?(\w+) (?:consecutive |successive )?(?:months?|quarters?|years?|terms?)\b/i
const RUNNING =
  /\b(?:fallen|fell|falling|come down|gone down|reduced|decreased|declined|improved|risen|rose|rising|gone up|increased|grown|worsened)\b[^.;:]*?\b(?:for (?:a|the) (second|third|fourth|fifth|sixth)(?: \w+)?(?: (?:month|quarter|year|term))?[^.;:]{0,20}(?:running|row|in succession|consecutive)|(?:each|every) (?:month|quarter|year)|in each of the (?:last|past) \w+ (?:months|quarters|years)|month on month|quarter on quarter|year on year|(?:in|for) (\w+) (?:consecutive|successive) (?:months|quarters|years))/i
const DOWN = /\b(?:fallen|fell|falling|come down|gone down|reduced|decreased|declined)\b/i
const UP = /\b(?:risen|rose|rising|gone up|increased|grown)\b/i

/** The longest run of figures of one kind that stand beside each other. */
function seriesIn(sentence: Sentence | undefined): readonly Figure[] {
  let best: Figure[] = []
  let run: Figure[] = []
  for (const figure of sentence?.figures ?? []) {
    if (figure.kind === 'date' || figure.kind === 'label') continue
    const last = run.at(-1)
    const gap = last ? (sentence?.text.slice(last.end, figure.start) ?? '') : ''
    run = last && alike(last, figure) && gap.length < 40 ? [...run, figure] : [figure]
    if (run.length >= best.length) best = run
  }
  return best.length >= 3 ? best : []
}

const numbered = (word: string | undefined): number | null => {
  if (word === undefined) return null
  const n = /^\d+$/.test(word) ? Number(word) : valueOfWord(word)
  return n !== null && n >= 2 && n <= 24 ? n : null
}

/** "Static for the last three months", or falling "for a third quarter running", where the figures beside it say otherwise. */
export const checkSteady: Check = paper =>
  [...inContext(paper)].flatMap(({ sentence, before }): readonly Finding[] => {
    const still = STILL.exec(sentence.text)
    const running = RUNNING.exec(sentence.text)
    if (!still && !running) return []
    const own = seriesIn(sentence)
    const series = own.length > 0 ? own : seriesIn(before.at(-1))
    if (series.length === 0) return []
    const says = series.map(({ text }) => text).join(', ')
    const months = numbered(still?.[1])
    if (still && months !== null) {
      const last = series.slice(-months)
      if (last.length < months || last.every(({ value }) => value === last[0]?.value)) return []
      return [
        finding('said to be steady', sentence, {
          certainty: 'wrong',
          found: still[0],
          expected: null,
          why: `The figures beside it are ${says}.`,
        }),
      ]
    }
    if (!running || /improv|worsen/i.test(running[0])) return []
    const down = DOWN.test(running[0])
    if (!down && !UP.test(running[0])) return []
    const breaks = series
      .slice(1)
      .some(({ value }, i) => (down ? value >= (series[i]?.value ?? value) : value <= (series[i]?.value ?? value)))
    return breaks
      ? [
          finding('direction of a change', sentence, {
            certainty: 'wrong',
            found: running[0],
            expected: null,
            why: `The figures beside it are ${says}.`,
          }),
        ]
      : []
  })

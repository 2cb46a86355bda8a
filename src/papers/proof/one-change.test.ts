import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundHalfUp } from '../../kit/text.ts'
import { figuresOf } from './figures-of.ts'
import { findingsIn } from './read-text.fixture.ts'

const percent = (part: number, whole: number, places = 1): string =>
  `${roundHalfUp((100 * part) / whole, places).toFixed(places)}%`
const int = (min: number, max: number) => fc.integer({ min, max })

/** Texts in which each figure follows from the others, whatever the numbers are. */
const sound: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a count of a whole with its share': fc
    .tuple(int(200, 900), int(60, 180))
    .map(([whole, part]) => `Of the ${whole} children, ${part} (${percent(part, whole)}) live with relatives.`),
  'a share with its counts after it': fc
    .tuple(int(200, 900), int(60, 180))
    .map(([whole, part]) => `${percent(part, whole)} of children (${part} of ${whole}) had a check.`),
  'a change with its size in per cent': fc
    .tuple(int(300, 500), int(100, 250))
    .map(([from, to]) => `The number of homes fell from ${from} to ${to}, a reduction of ${percent(from - to, from)}.`),
  'a change with its size': fc
    .tuple(int(300, 500), int(100, 250))
    .map(([from, to]) => `Placements went down by ${from - to}, from ${from} to ${to}.`),
  'a change of percentages in points': fc
    .tuple(int(700, 900), int(300, 600))
    .map(
      ([from, to]) =>
        `Attendance fell from ${(from / 10).toFixed(1)}% to ${(to / 10).toFixed(1)}%, a drop of ${((from - to) / 10).toFixed(1)} percentage points.`,
    ),
  'parts and their whole': fc
    .tuple(int(20, 40), int(20, 40), int(20, 40))
    .map(
      ([a, b, c]) =>
        `${a + b + c} challenges were raised, of which ${a} were settled at once, ${b} later and ${c} not at all.`,
    ),
  'opening, in, out and closing': fc
    .tuple(int(100, 200), int(20, 60), int(20, 60))
    .map(
      ([opening, came, went]) =>
        `We began the quarter with ${opening} households. ${came} were approved and ${went} resigned. We ended it with ${opening + came - went}.`,
    ),
  'a table with its total': fc
    .tuple(int(20, 90), int(20, 90), int(20, 90))
    .map(
      ([a, b, c]) =>
        `| Type | Homes |\n| In-house | ${a} |\n| Agency | ${b} |\n| Kin | ${c} |\n| Total | ${a + b + c} |`,
    ),
  'a table with totals of its rows': fc
    .tuple(int(20, 90), int(20, 90), int(20, 90))
    .map(([a, b, c]) => `| Type | Q1 | Q2 | Q3 | Total |\n| Starts | ${a} | ${b} | ${c} | ${a + b + c} |`),
  'two that are all there is': fc
    .tuple(int(25, 60), int(25, 60))
    .map(([a, b]) => `There were ${a + b} admissions in the year, ${a} boys and ${b} girls.`),
  'a count, its whole and the rest': fc
    .tuple(int(200, 300), int(30, 50))
    .map(([whole, rest]) => `${whole - rest} of the ${whole} reviews were on time; ${rest} were late.`),
  'an average': fc
    .tuple(int(20, 60), int(5, 9))
    .map(([many, each]) => `${many * each} moves among ${many} children is an average of ${each} each.`),
  'how far from a target': fc
    .tuple(int(40, 60), int(20, 30))
    .map(([ours, gap]) => `${ours}% were seen in time, ${gap} percentage points below the target of ${ours + gap}%.`),
  'in, out and the net of them': fc
    .tuple(int(120, 200), int(40, 80))
    .map(([came, went]) => `Over the year ${came} started and ${went} ceased, a net rise of ${came - went}.`),
  'what numbers come to together': fc
    .tuple(int(60, 90), int(60, 90))
    .map(([a, b]) => `Between them, the North team (${a}) and the South team (${b}) hold ${a + b} cases.`),
  'a closing number that is said to follow': fc
    .tuple(int(100, 200), int(20, 60), int(20, 60))
    .map(
      ([opening, came, went]) =>
        `On 1 April there were ${opening} households. ${came} were approved and ${went} left in the year. On 31 March there were therefore ${opening + came - went}.`,
    ),
  'shares that are all there is': fc
    .tuple(int(15, 30), int(15, 30))
    .map(([a, b]) => `The mix is fostering ${a}%, kinship ${b}%, residential 20% and other ${80 - a - b}%.`),
}

/** The text with its figure number `at` made larger by more than any rounding; null where it has none there. */
function changed(text: string, at: number): string | null {
  const figures = figuresOf(text).filter(
    ({ kind }) => kind === 'count' || kind === 'percent' || kind === 'points' || kind === 'number',
  )
  const figure = figures[at]
  if (!figure) return null
  // Between the near misses that are slips, and numbers so far off that they are of something else.
  const more = figure.kind === 'percent' || figure.kind === 'points' ? 6 : Math.max(3, Math.round(figure.value * 0.05))
  const number = /[\d.]+/.exec(figure.text)?.[0] ?? ''
  const places = number.split('.')[1]?.length ?? 0
  return (
    text.slice(0, figure.start) +
    figure.text.replace(number, (figure.value + more).toFixed(places)) +
    text.slice(figure.end)
  )
}

test.each(Object.entries(sound))('%s: nothing is wrong as it stands, and one number changed is noticed', (_, text) => {
  fc.assert(
    fc.property(text, int(0, 4), (said, at) => {
      expect(findingsIn(said)).toEqual([])
      const slip = changed(said, at)
      if (slip !== null) expect(findingsIn(slip), slip).not.toEqual([])
    }),
    { numRuns: 80 },
  )
})

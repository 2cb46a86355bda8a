import { sayNumber } from '../../kit/text.ts'
import type { Figure } from './figure.ts'
import { figuresOf } from './figures-of.ts'
import type { Finding } from './finding.ts'
import { pairsIn } from './pair.ts'
import { isTable, type Paper } from './paper.ts'
import { pattern } from './pattern.ts'
import { type Check, finding, inContext } from './reading.ts'
import type { Sentence } from './sentence.ts'
import type { Cell } from './table-cell.ts'

/** A name as a table has it, without its number, its date and what is noted after it. */
const nameOf = (label: string): string =>
  label
    .replace(/^[A-Z]{1,4}-?\d+[a-z]?[.:]? +/, '')
    .replace(/ *\([^()]*\)$/, '')
    .replace(/\. .*$/, '')
    .replaceAll(/[’‘]/g, "'")
    .trim()
    .toLowerCase()

/** Shorter names may be said of anything. */
const SHORTEST = 12

type Names = ReadonlyMap<string, readonly Figure[]>

/** Every figure that the tables of a paper have for a name, in whatever column but those of targets; or in those alone. */
function namesOf(paper: Paper, targets: boolean): Names {
  const names = new Map<string, readonly Figure[]>()
  for (const part of paper.parts)
    if (isTable(part) && !part.headers.some(header => AHEAD.test(header)))
      for (const row of part.rows) {
        const name = nameOf(row.label)
        const cells = row.cells.filter((_, i) => i > 0 && /\btarget\b/i.test(part.headers[i] ?? '') === targets)
        if (name.length >= SHORTEST) names.set(name, [...(names.get(name) ?? []), ...cells.flatMap(figuresIn)])
      }
  return names
}

/** Columns of what is to come: a figure of today has another value there. */
const AHEAD = /\b(?:forecast|projected|projection|outlook|middle|\d in 10)\b/i

const figuresIn = ({ text, figure, second }: Cell): readonly Figure[] =>
  figure ? [figure, ...(second ? [second] : [])] : figuresOf(text)

const QUOTED = /[“"]([^“”"]{12,140})[”"] \(([^()]+)\)/g

/** Whether a row has it: a share may be printed with its counts at one place and without at the other. */
const has = (figures: readonly Figure[], one: Figure): boolean =>
  figures.some(
    own =>
      own.value === one.value ||
      (own.kind === one.kind && Math.abs(own.value - one.value) < Math.max(own.step, one.step) - 1e-9),
  )

function notThere(sentence: Sentence, name: string, said: readonly Figure[], names: Names): readonly Finding[] {
  const there = names.get(name.replaceAll(/[’‘]/g, "'").toLowerCase())
  const [first] = said
  if (!there || there.length === 0 || !first || first.nearness !== 'exact' || has(there, first)) return []
  // Where the table has nothing of its kind, it is of something else.
  const own = there.find(({ kind }) => kind === first.kind)
  if (!own) return []
  return [
    finding('two values for one thing', sentence, {
      certainty: 'question',
      found: first.text,
      expected: own.text,
      why: `The table has “${name}” at ${own.text}.`,
    }),
  ]
}

/** "“Reviews on time” (94%)", and "Reviews on time: 94%; the target is at least 95%", against the row that is called so. */
function ofName(sentence: Sentence, names: Names, targets: Names): readonly Finding[] {
  const quoted = [...sentence.text.matchAll(QUOTED)].flatMap(match =>
    notThere(
      sentence,
      match[1] ?? '',
      figuresOf(match[2] ?? '').filter(({ kind }) => kind !== 'date' && kind !== 'label'),
      names,
    ),
  )
  const colon = sentence.text.indexOf(': ')
  const name = colon < 0 ? '' : sentence.text.slice(0, colon)
  const after = sentence.figures.filter(({ start, kind }) => start > colon && kind !== 'date' && kind !== 'label')
  const [first] = after
  if (colon < 0 || !first || first.start > colon + 4) return quoted
  const target = after.find(({ start }) =>
    /\btarget (?:is|of) (?:at (?:most|least) )?$/i.test(sentence.text.slice(0, start)),
  )
  return [
    ...quoted,
    ...notThere(sentence, name, [first], names),
    ...(target ? notThere(sentence, name, [{ ...target, nearness: 'exact' }], targets) : []),
  ]
}

const NEEDED = pattern(
  '<c> (more|fewer) (?:[a-z]+ ){1,4}would (?:bring|take|put) it there|(?:take|need) <c> (more|fewer) ',
)
const TARGET = pattern('\\btarget (?:is|of|was) (at least|at most|no more than)? ?<cp>')

/** "The target is at least 95%; 17 more children would bring it there": how many, from the count and its whole in the sentences before. */
function needed(sentence: Sentence, before: readonly Sentence[]): readonly Finding[] {
  const [match] = sentence.skeleton.matchAll(NEEDED)
  const [goal] = sentence.skeleton.matchAll(TARGET)
  const many = sentence.figures[Number(match?.[1] ?? match?.[3])]
  const target = sentence.figures[Number(goal?.[2])]
  if (!match || !goal || !many || !target) return []
  const least = (match[2] ?? match[4] ?? '').toLowerCase() === 'more'
  const pair = [...before.slice(-3)].toReversed().flatMap(one => pairsIn(one))[0]
  const counts = (before.at(-1)?.figures ?? []).filter(({ kind }) => kind === 'count')
  const count = counts.length === 1 ? counts[0] : undefined
  const edge = (whole: number): number => (target.value * whole) / 100
  const should =
    target.kind === 'count'
      ? count && Math.abs(count.value - target.value)
      : pair &&
        (least
          ? Math.ceil(edge(pair.whole.value) - 1e-9) - pair.part.value
          : pair.part.value - Math.floor(edge(pair.whole.value) + 1e-9))
  if (should === undefined || should <= 0 || should === many.value) return []
  const from = target.kind === 'count' ? count?.text : `${pair?.part.text} of ${pair?.whole.text}`
  return [
    finding('size of a change', sentence, {
      certainty: 'wrong',
      found: many.text,
      expected: sayNumber(should, 0),
      why: `From ${from} to ${target.text} it is ${sayNumber(should, 0)}.`,
    }),
  ]
}

/** What a paper says of a measure by the name that its own table has, and how far it says that it is from its target. */
export const checkNamed: Check = paper => {
  const [names, targets] = [namesOf(paper, false), namesOf(paper, true)]
  return [...inContext(paper)].flatMap(({ sentence, before }) => [
    ...ofName(sentence, names, targets),
    ...needed(sentence, before),
  ])
}

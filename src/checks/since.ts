/** What comparing asks of a row found: `key` names the finding, `mark` says what the rule marks in it. */
type Finding = {
  readonly rule: string
  readonly table: string
  readonly child: string | null
  readonly key: string
  readonly mark: string
}
/** What came of a check, as far as comparing asks. */
export type Outcome<T extends Finding = Finding> = {
  readonly run: readonly string[]
  readonly found: readonly T[]
  readonly unjudged: readonly Unjudged[]
}
type Unjudged = Pick<Finding, 'rule' | 'table' | 'child'>

/** What became of findings between two checks of the same return. Every finding of either is in one of them. */
export type Since<T> = {
  /** Found now and not then; those of rules that did not run then too, which are in `ranNotThen`. */
  readonly fresh: readonly T[]
  readonly still: readonly T[]
  /** Found then; the rule ran, and finds the row no more. */
  readonly fixed: readonly T[]
  /** Found then, and not told now: the rule did not run, or it cannot judge the row any more. */
  readonly untold: readonly T[]
  /** The rules of `fresh` that did not run then. */
  readonly ranNotThen: readonly string[]
}

/**
 * Compares what two checks found. A finding is the same where its row says the same in all its cells, whatever line it stands on;
 * else where the same child has it by the same rule and the cells that the rule marks say the same: another cell was changed.
 */
export function since<T extends Finding>(now: Outcome<T>, before: Outcome<T>): Since<T> {
  const exact = pairOff(now.found, before.found, ({ key }) => key)
  const alike = pairOff(exact.now, exact.before, ({ mark }) => mark)
  const [ran, ranThen] = [new Set(now.run), new Set(before.run)]
  const ofChild = ({ rule, table, child }: Unjudged): string => JSON.stringify([rule, table, child])
  const open = pairOff(pairOff(now.unjudged, before.unjudged, ofChild).now, alike.before, ofChild)
  const still = new Set([...exact.pairs, ...alike.pairs])
  const judged = new Set(open.before.filter(({ rule }) => ran.has(rule)))
  return {
    fresh: now.found.filter(one => !still.has(one)),
    still: now.found.filter(one => still.has(one)),
    fixed: alike.before.filter(one => judged.has(one)),
    untold: alike.before.filter(one => !judged.has(one)),
    ranNotThen: [...new Set(alike.now.flatMap(({ rule }) => (ranThen.has(rule) ? [] : [rule])))],
  }
}

/** Pairs one of now with one of before that says the same, each once; `pairs` are those of now, the others are left over. */
function pairOff<N, B>(
  now: readonly N[],
  before: readonly B[],
  nameOf: (one: N | B) => string,
): {
  readonly pairs: readonly N[]
  readonly now: readonly N[]
  readonly before: readonly B[]
} {
  const waiting = new Map([...Map.groupBy(before, nameOf)].map(([name, all]) => [name, [...all]]))
  const [pairs, left]: [N[], N[]] = [[], []]
  for (const one of now) {
    if (waiting.get(nameOf(one))?.shift() === undefined) left.push(one)
    else pairs.push(one)
  }
  const over = new Set([...waiting.values()].flat())
  return { pairs, now: left, before: before.filter(one => over.has(one)) }
}

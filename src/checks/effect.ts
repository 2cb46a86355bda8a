import type { Engine } from '../engine/engine.ts'
import type { Period } from '../kit/period.ts'
import { isQueried, measureNamed, members, openSession, type Session, sourcesBehind } from '../measures/measures.ts'
import { companions } from '../model/facts.ts'
import { type Asked, type Base, baseOf, type Figure, type Part, partKey, tallied } from './behind-figures.ts'
import type { RowFound } from './check.ts'
import { combined, common, type Figured, figureOf, NOBODY, type Open, plus, same, type Tally } from './tally.ts'
import { feedsOf, type Measures } from './touches.ts'
import { type Change, type Rebuild, runTrials } from './trial.ts'

/** A figure that a rule's findings could move. */
export type Moved = {
  readonly measure: string
  readonly catalogue: string
  readonly period: Period
  readonly value: number
  /** What an import without the rows would give: exact. Null where nobody would be in scope. */
  readonly without: number | null
  /** A bound: the least and the most with each child whose figure hangs on the rows counted, and not counted. */
  readonly low: number
  readonly high: number
  /** The greatest of these movements: of a share in itself (0.01 is a point), of anything else over the figure. */
  readonly reach: number
}

/** What a rule's findings could do to the figures asked. */
export type RuleEffect = {
  readonly rule: string
  readonly rows: number
  readonly children: number
  /** Furthest first. */
  readonly moved: readonly Moved[]
  /** The greatest reach; 0 where no figure hangs on the rows. */
  readonly reach: number
}

export type EffectOptions = {
  readonly found: readonly RowFound[]
  readonly figures: readonly Asked[]
  readonly authority: string
  readonly readings: Measures
  readonly rebuild: Rebuild
  /** How many children stand in one build at most; absent: as many as keep memory within bounds. */
  readonly atOnce?: number
  /** Told how far the work has come. */
  readonly step?: (done: number, of: number) => void
}

const AT_ONCE = 15_000
/** Of one turn: its rows copied, settled, built, and added up. */
const STEPS = 4

/**
 * What the findings of each rule could do to figures: the rules that could move one furthest come first.
 *
 * Every rule has two trials (`runTrials`): its rows taken out, and its marked cells blank. What a figure would be without the rows
 * is exact, since each child is built again whole. A child hangs on the rows where one of the two trials makes another member of
 * them, or none, or a new one. At the extremes every such child is counted, or none is: a bound, as far as two trials tell. It is too
 * wide where a child stands in a measure several times and the rows are behind one of them; and it leaves out a child whose figure
 * neither trial moves and some third value of a cell would. A row without a child is nobody's, and moves nothing.
 */
export async function effectsOf(session: Session, options: EffectOptions): Promise<readonly RuleEffect[]> {
  const { found, authority, figures } = options
  const sources = await sourcesOf(session, figures)
  // Rows of a table that feeds none of the figures can move none: they need no trial.
  const feeding = new Set(
    [...new Set(found.map(({ table }) => table))].filter(table =>
      figures.some(({ measure }) => options.readings.read(measure.id, feedsOf(table, ['CHILD'])).length > 0),
    ),
  )
  const [groups, idle] = parted(groupsOf(found), ({ rows }) => rows.some(({ table }) => feeding.has(table)))
  const effects: RuleEffect[] = idle.flatMap(({ rules, rows }) =>
    rules.map(rule => ({ rule, rows: rows.length, children: childrenOf(rows).length, moved: [], reach: 0 })),
  )
  // What stands now is read while the first trials are built, by another engine.
  const now = baseOf(session, figures, authority)
  now.catch(() => {})
  const turns = turnsOf(groups, options.atOnce ?? AT_ONCE)
  let done = 0
  const step = (): void => options.step?.(++done, turns.length * STEPS)
  for (const turn of turns) {
    const changes = turn.flatMap(({ rows }): readonly Change[] => [
      { rows, how: 'out' },
      { rows, how: 'blank' },
    ])
    if (changes.length === 0) continue
    const trials = await runTrials(
      options.rebuild,
      authority,
      changes,
      sources,
      async engine => tallyTrials(engine, session.measures, await now, authority),
      step,
    )
    const base = await now
    for (const [i, group] of turn.entries())
      effects.push(...group.rules.map(rule => effectOf(session, base, trials, rule, group.rows, 2 * i + 1)))
  }
  return effects.sort(
    (a, b) => b.reach - a.reach || b.moved.length - a.moved.length || b.rows - a.rows || (a.rule < b.rule ? -1 : 1),
  )
}

const parted = <T>(all: readonly T[], is: (one: T) => boolean): readonly [readonly T[], readonly T[]] => [
  all.filter(is),
  all.filter(one => !is(one)),
]

/** The extracts that may be behind the figures, and what tells of care with them. */
async function sourcesOf(session: Session, figures: readonly Asked[]): Promise<ReadonlySet<string>> {
  const behind = (await Promise.all(figures.map(({ measure }) => sourcesBehind(session, measure)))).flat()
  return new Set([...behind, ...behind.flatMap(source => companions[source] ?? []), 'ssd_address'])
}

type Group = { readonly rules: readonly string[]; readonly rows: readonly RowFound[] }

/** Rules that found the same rows and mark the same cells have one pair of trials. */
function groupsOf(found: readonly RowFound[]): readonly Group[] {
  const groups = new Map<string, { rules: string[]; rows: readonly RowFound[] }>()
  for (const [rule, rows] of Map.groupBy(found, one => one.rule)) {
    const key = rows.map(({ id, fields }) => `${id} ${fields.join()}`).join('\n')
    const group = groups.get(key)
    if (group) group.rules.push(rule)
    else groups.set(key, { rules: [rule], rows })
  }
  return [...groups.values()]
}

const childrenOf = (rows: readonly RowFound[]): readonly string[] => [
  ...new Set(rows.flatMap(({ child }) => child ?? [])),
]

function turnsOf(groups: readonly Group[], atOnce: number): readonly (readonly Group[])[] {
  const turns: Group[][] = [[]]
  let held = 0
  for (const group of groups) {
    const size = 2 * childrenOf(group.rows).length
    if (held > 0 && held + size > atOnce) {
      turns.push([])
      held = 0
    }
    turns.at(-1)?.push(group)
    held += size
  }
  return turns
}

/** The tally of each child in each trial, by part, under the id that the child has in the trial. */
type Trials = ReadonlyMap<string, ReadonlyMap<string, Tally>>

async function tallyTrials(
  engine: Engine,
  measures: Session['measures'],
  { parts }: Base,
  authority: string,
): Promise<Trials> {
  // A subject that is no child (a case, a visit) stands once in each trial of its child: twice is no fault of the query here.
  const session: Session = { ...(await openSession(engine, measures)), proven: { has: () => true, add: () => {} } }
  const found = new Map<string, ReadonlyMap<string, Tally>>()
  for (const [key, { measure, period }] of parts) {
    const everyone = await members(session, measure, [period], authority)
    found.set(
      key,
      tallied(
        everyone.filter(({ local_id }) => local_id !== null),
        ({ local_id }) => local_id ?? '',
      ),
    )
  }
  return found
}

/** What one rule's rows could do; its trials are `first` (rows out) and the one after (cells blank). */
function effectOf(
  session: Session,
  base: Base,
  trials: Trials,
  rule: string,
  rows: readonly RowFound[],
  first: number,
): RuleEffect {
  const children = childrenOf(rows)
  const settled = new Map([...base.parts].map(([key, part]) => [key, partEffect(trials, key, part, children, first)]))
  const moved = base.figures.flatMap((figure): readonly Moved[] => {
    const figured = (which: 'without' | 'extremes', measure = figure.measure): Figured | null =>
      isQueried(measure)
        ? (settled.get(partKey(measure.id, figure.period))?.[which] ?? null)
        : combined(measure, name => figured(which, measureNamed(session, name)), figure.reference)
    const without = figured('without')?.value[0] ?? null
    const ends = [figure.value, ...(figured('extremes')?.value ?? []), ...(without === null ? [] : [without])]
    const [low, high] = [Math.min(...ends), Math.max(...ends)]
    const movement = Math.max(high - figure.value, figure.value - low)
    if (movement < 1e-9) return []
    const { id, catalogue } = figure.measure
    const reach = movement / scaleOf(session, figure)
    return [{ measure: id, catalogue, period: figure.period, value: figure.value, without, low, high, reach }]
  })
  const furthest = moved.toSorted((a, b) => b.reach - a.reach)
  return { rule, rows: rows.length, children: children.length, moved: furthest, reach: furthest[0]?.reach ?? 0 }
}

/** What one unit of a figure's movement is measured by (docs/decisions/0013-effect-of-a-finding.md). */
function scaleOf(session: Session, { measure, value, reference }: Figure): number {
  if (measure.kind === 'gap')
    return measureNamed(session, measure.of).kind === 'proportion' ? 1 : Math.max(1, Math.abs(reference))
  const share = measure.kind === 'proportion' || (measure.kind === 'ratio' && measure.unit === '%')
  return share ? 1 : Math.max(1, Math.abs(value))
}

/**
 * A part without the rows, and with every child that hangs on them open. Of a measure in which a child stands several times, as in
 * placements that ended, what is the same in every trial stays as it is; with amounts all of it is open: with the amount they have in
 * one trial, and where they have none with any that anyone has.
 */
function partEffect(
  trials: Trials,
  key: string,
  { measure, all, byChild, amounts, population }: Part,
  children: readonly string[],
  first: number,
): { readonly without: Figured | null; readonly extremes: Figured | null } {
  const inTrial = (trial: number, child: string): Tally => trials.get(key)?.get(`${trial}|${child}`) ?? NOBODY
  let without = all
  let settled = all
  const open: Open[] = []
  for (const child of children) {
    const [as, out, blank] = [inTrial(0, child), inTrial(first, child), inTrial(first + 1, child)]
    without = plus(plus(without, out), as, -1)
    if (same(as, out) && same(as, blank)) continue
    const own = byChild.get(child) ?? NOBODY
    const kept = measure.kind === 'average' || measure.kind === 'total' ? NOBODY : common([own, out, blank])
    settled = plus(plus(settled, own, -1), kept)
    const told = [own, out, blank].flatMap(({ hits, amount }) => (hits > 0 ? [amount / hits] : []))
    const range: Open = told.length ? [Math.min(...told), Math.max(...told)] : amounts
    for (let n = Math.max(own.members, out.members, blank.members) - kept.members; n > 0; n--) open.push(range)
  }
  return {
    without: figureOf(measure, { settled: without, open: [], population }),
    extremes: figureOf(measure, { settled, open, population }),
  }
}

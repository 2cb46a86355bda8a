import { tableNames } from '../checks/child-rows.ts'
import { sayCollection } from '../checks/collection.ts'
import type { HeldReturn } from '../checks/held-returns.ts'
import type { KeptCheck, RowKept } from '../checks/kept.ts'
import { sayTable } from '../checks/rule-tables.ts'
import { since } from '../checks/since.ts'
import { UserError } from '../kit/error.ts'
import { capitalised, sayCount, sayNumber } from '../kit/text.ts'
import { type CheckAsked, type FigureOn, type FiguresOn, filterOf, onScorecard, type Problems } from './check-asked.ts'
import { orderByEffect, type RuleOrder } from './check-order.ts'
import { type RuleSaid, sayRule } from './check-rules-said.ts'
import { type CheckOf, type CheckView, checkView } from './check-view.ts'
import type { OfficeOptions } from './office-options.ts'

/** A row at fault. */
export type FindingSaid = {
  /** Blank where the row has none. */
  readonly child: string
  readonly rule: string
  readonly says: string
  readonly table: string
  /** `2026-27/episodes.csv:42`. */
  readonly where: string
  readonly fields: string
  readonly fresh: boolean
}

/** What was checked, and what was found of what is asked. Words only. It names children: for analysts, never for a board or the public. */
export type CheckPage = {
  readonly kind: 'checked'
  readonly year: string
  readonly years: readonly string[]
  readonly dataVersion: string
  /** `the whole year`, or `complete to 31 October 2026`. */
  readonly reach: string
  /** By rules of another Hearth than this one. */
  readonly stale: boolean
  readonly counts: {
    readonly inForce: string
    readonly run: string
    readonly notRun: string
    readonly couldNotJudge: string
    readonly unjudged: string
    readonly found: string
  }
  readonly notRun: readonly { readonly why: string; readonly cure: string; readonly rules: readonly string[] }[]
  readonly unjudged: readonly {
    readonly why: string
    readonly rows: string
    readonly rules: readonly string[]
    readonly child: string
    readonly where: string
  }[]
  readonly tables: readonly string[]
  /** The version before that kept a check of the same return; blank where there is none. */
  readonly before: string
  readonly problems: Problems
  /** `383 findings about 198 children by 39 rules`. */
  readonly shownText: string
  /** Figures of the scorecard that are touched, where one rule is asked for. */
  readonly figures: readonly FigureOn[]
  /** How the rules stand. */
  readonly order: RuleOrder['by']
  /** The scorecard and day of the effects; blank where rules do not stand by them. */
  readonly effectsOn: string
  /** They are still being worked out. */
  readonly later: boolean
  /** Why they cannot be worked out; blank where they can. */
  readonly notMeasured: string
  readonly rules: readonly RuleSaid[]
  readonly findings: readonly FindingSaid[]
  readonly pages: { readonly page: string; readonly of: string; readonly next: string; readonly previous: string }
}

/** Findings on one page. */
const PAGE = 100
const byId = new Intl.Collator('en', { numeric: true })

/** A return whose check is not kept: why, what to do, and the returns that are held. */
export type NotChecked = {
  readonly kind: 'not checked'
  readonly why: string
  readonly fix: string
  readonly years: readonly string[]
}

/** The return that is meant, with what is kept of its check. Throws HEARTH-1503 for a year that is not held. */
export async function keptReturn(
  { checks, dataVersion }: OfficeOptions,
  year: string | undefined,
): Promise<
  | NotChecked
  | { readonly kind: 'kept'; readonly one: HeldReturn; readonly kept: KeptCheck; readonly years: readonly string[] }
> {
  const held = await checks.held()
  const years = held.map(sayCollection)
  const one = year === undefined ? held.at(-1) : held.find(other => sayCollection(other) === year)
  if (!one && held.length)
    throw new UserError(
      'HEARTH-1503',
      `The address asks for the return of "${year}", which data version ${dataVersion} does not hold.`,
      `Ask for one of: ${years.join(', ')}.`,
    )
  if (!one)
    return {
      kind: 'not checked',
      why: `Data version ${dataVersion} holds no return of a year that has rules: the first is 2022-23.`,
      fix: 'Import a later return.',
      years,
    }
  const kept = await checks.kept(one)
  if (kept) return { kind: 'kept', one, kept, years }
  const why = await checks.leftOut(one)
  return {
    kind: 'not checked',
    why: `Data version ${dataVersion} keeps no check of the return of ${sayCollection(one)}${why === null ? '' : `: ${why}`}.`,
    fix: `The command “hearth check --year ${sayCollection(one)}” checks it now.${why === null ? ' The next import keeps the check with the data.' : ''}`,
    years: years.filter(other => other !== sayCollection(one)),
  }
}

type KeptCheckOf = CheckOf & { readonly report: KeptCheck }
const views = new WeakMap<KeptCheck, Map<RuleOrder['by'], CheckView>>()
/** The whole of a check in each order, made once. */
function wholeOf(of: KeptCheckOf, by: RuleOrder['by']): CheckView {
  const own = views.get(of.report) ?? new Map<RuleOrder['by'], CheckView>()
  const view = own.get(by) ?? checkView(of)
  views.set(of.report, own.set(by, view))
  return view
}

/** The rows found now and not by the version before, and which version that is; null where it kept no check of this return. */
export async function freshOf(
  { checks }: OfficeOptions,
  one: HeldReturn,
  kept: KeptCheck,
): Promise<{ readonly version: number; readonly rows: ReadonlySet<RowKept> } | null> {
  const before = await checks.before(one)
  return before && { version: before.version, rows: new Set(since(kept, before.kept).fresh) }
}

/** Makes the page of a check. */
export async function checkPage(
  options: OfficeOptions,
  figuresOn: FiguresOn,
  asked: CheckAsked,
): Promise<CheckPage | NotChecked> {
  const { checks, dataVersion } = options
  const held = await keptReturn(options, asked.year)
  if (held.kind !== 'kept') return held
  const { one, kept, years } = held
  const fileOf = await checks.fileOf()
  const order: RuleOrder =
    asked.byEffect && kept.found.length ? await orderByEffect(checks, one, figuresOn) : { by: 'rows' }
  const of: KeptCheckOf = {
    report: kept,
    from: 'data version',
    fileOf,
    fixes: null,
    cells: null,
    touches: checks.touches,
    ...(order.by === 'effect' ? { effects: order.effects } : {}),
    ...(order.by === 'figures' ? { board: order.board } : {}),
  }
  const whole = wholeOf(of, order.by)
  const fresh = await freshOf(options, one, kept)
  const { problems, keep } = filterOf(options, figuresOn, asked, kept, fresh?.rows ?? new Set())
  const found = kept.found.filter(keep)
  const view = found.length === kept.found.length ? whole : checkView({ ...of, report: { ...kept, found } })
  const freshBy = Map.groupBy(fresh ? found.filter(row => fresh.rows.has(row)) : [], ({ rule }) => rule)
  const [own] = view.rules
  const last = Math.max(1, Math.ceil(found.length / PAGE))
  const page = Math.min(asked.page, last)
  const { counts } = whole
  return {
    kind: 'checked',
    year: whole.year,
    years,
    dataVersion: String(dataVersion),
    reach: whole.whole ? 'the whole year' : `complete to ${whole.asAtText}`,
    stale: kept.mark !== checks.mark(),
    counts: {
      inForce: sayNumber(counts.inForce),
      run: sayNumber(counts.run),
      notRun: sayNumber(counts.notRun),
      couldNotJudge: sayNumber(counts.couldNotJudge),
      unjudged: sayCount(counts.unjudged, 'row'),
      found: sayNumber(counts.found),
    },
    notRun: whole.notRun.map(({ why, cure, rules }) => ({
      why: capitalised(why),
      cure: cure ?? '',
      rules: rules.map(({ rule }) => rule),
    })),
    unjudged: whole.unjudgedGroups.map(({ why, rows, rules, first }) => ({
      why,
      rows: sayCount(rows, 'row'),
      rules,
      child: first.child ?? '',
      where: `${first.file}:${first.line}`,
    })),
    tables: tableNames,
    before: fresh ? String(fresh.version) : '',
    problems,
    shownText: sayShown(view),
    figures: asked.rule?.trim() && own ? onScorecard(own.touches, figuresOn) : [],
    effectsOn: view.effectsOn ? `${view.effectsOn.scorecard}, ${view.effectsOn.atText}` : '',
    order: order.by,
    later: order.by === 'figures' && order.why === 'later',
    notMeasured: order.by === 'figures' && order.why !== 'later' ? order.why.notMeasured : '',
    rules: view.rules
      .filter(({ rows }) => rows > 0)
      .map(rule =>
        sayRule(
          rule,
          figuresOn,
          fresh ? (freshBy.get(rule.rule)?.length ?? 0) : null,
          view.rules.find(one => one.rule === rule.sameAs),
        ),
      ),
    findings: found
      .toSorted((a, b) => byId.compare(a.child ?? '', b.child ?? ''))
      .slice((page - 1) * PAGE, page * PAGE)
      .map(row => ({
        child: row.child ?? '',
        rule: row.rule,
        says: kept.rules.get(row.rule)?.says ?? '',
        table: sayTable(row.table),
        where: `${fileOf(row.fileId)}:${row.line}`,
        fields: row.fields.join(', '),
        fresh: fresh?.rows.has(row) ?? false,
      })),
    pages: {
      page: String(page),
      of: String(last),
      next: page < last ? String(page + 1) : '',
      previous: page > 1 ? String(page - 1) : '',
    },
  }
}

const sayShown = ({ counts, rules }: CheckView): string =>
  counts.found === 0
    ? 'Nothing found'
    : `${sayCount(counts.found, 'finding')}${counts.children ? ` about ${sayCount(counts.children, 'child', 'children')}` : ''}, by ${sayCount(rules.filter(({ rows }) => rows > 0).length, 'rule')}`

import type { Cells } from '../checks/cells.ts'
import type { CheckReport, RowFound, RowPlace } from '../checks/check.ts'
import { sayCollection } from '../checks/collection.ts'
import type { Fix, Fixes } from '../checks/fix.ts'
import { sayWhyNotRun } from '../checks/not-run.ts'
import { sayTable } from '../checks/rule-tables.ts'
import type { Touching } from '../checks/touches.ts'
import { sayDay } from '../kit/day.ts'
import { type CheckedFrom, cureOf } from './check-cure.ts'
import type { RuleEffects, RuleEffectView } from './rule-effects.ts'
import type { ScorecardFile } from './scorecard-file.ts'

/** The figures of a scorecard: by catalogue reference how each is named, by its number where it has one. */
export type Board = { readonly title: string; readonly figures: ReadonlyMap<string, string> }

/** What of a scorecard a finding may touch. */
export const boardOf = ({ title, themes }: ScorecardFile): Board => ({
  title,
  figures: new Map(
    themes.flatMap(({ rows }) => rows.map(row => [row.catalogue, row.number ?? row.title ?? row.catalogue] as const)),
  ),
})

/** A check, and what names its files and measures. */
export type CheckOf = {
  readonly report: CheckReport
  readonly from: CheckedFrom
  readonly fileOf: (id: number) => string
  /** Null where they were not asked for; so too the cells of rows at fault. */
  readonly fixes: Fixes | null
  readonly cells: Cells | null
  /** The measures that marked cells feed, by catalogue reference. */
  readonly touches: Touching
  /** What findings could do to the scorecard, where that was asked of a data version. */
  readonly effects?: RuleEffects | null
  /** Why effects are not known where they were to be measured. */
  readonly notMeasured?: string | null
  /** The scorecard by whose figures rules are ranked where effects are not known. */
  readonly board?: Board
}

/** Where a row of the return stands. `table` is by the return's own name. */
export type CheckPlace = {
  readonly child: string | null
  readonly table: string
  readonly file: string
  readonly line: number
}
/** A row at fault. `cells` is null where they were not asked for. */
export type CheckFinding = CheckPlace & {
  readonly rule: string
  readonly says: string
  readonly fields: readonly string[]
  readonly touches: readonly string[]
  /** The figures of the scorecard among these, as it numbers them; none where no scorecard is given. */
  readonly figures: readonly string[]
  readonly cells: Readonly<Record<string, string | null>> | null
  readonly fix: Fix | null
}
/** A rule that ran, and what came of it. */
export type CheckedRule = {
  readonly rule: string
  readonly says: string
  readonly tables: readonly string[]
  readonly rows: number
  readonly children: number
  readonly unjudged: number
  readonly fixes: number
  /** Where the first of them is to be put, and what. */
  readonly firstFix: (Fix & { readonly at: CheckPlace }) | null
  readonly touches: readonly string[]
  /** The figures of the scorecard among these, as the scorecard numbers them; none where no scorecard is given. */
  readonly figures: readonly string[]
  /** The columns marked in the first row. */
  readonly fields: readonly string[]
  /** The first rule above this one that found the very same rows; null where none did. */
  readonly sameAs: string | null
  /** Null where it was not asked for, or the rule found nothing. */
  readonly effect: RuleEffectView | null
  readonly first: CheckPlace | null
}
export type CheckUnjudged = CheckPlace & { readonly rule: string; readonly says: string; readonly why: string }
/** Rows that could not be judged for one reason: `rows` are different rows, `rules` those that could not judge one. */
export type UnjudgedGroup = {
  readonly why: string
  readonly rows: number
  readonly rules: readonly string[]
  readonly first: CheckPlace
}
/** Rules that did not run for one reason, and what would let them. */
export type NotRunGroup = {
  readonly why: string
  readonly cure: string | null
  readonly rules: readonly { readonly rule: string; readonly says: string }[]
}

/** A check of the return as people read it. It names children: for those who mend the return, and nobody else. */
export type CheckView = {
  /** `2025-26`. */
  readonly year: string
  /** `31 March 2026`, and whether that is the end of the year. */
  readonly asAtText: string
  readonly whole: boolean
  readonly authority: string | null
  readonly counts: {
    readonly inForce: number
    readonly run: number
    readonly notRun: number
    /** Rules that could not judge one row or more. */
    readonly couldNotJudge: number
    readonly found: number
    readonly children: number
    readonly unjudged: number
    /** Findings for which a fix is certain; null where none was looked for. */
    readonly fixes: number | null
  }
  /** The scorecard that effects are on, and the day of its figures; null where they were not asked for. */
  readonly effectsOn: { readonly scorecard: string; readonly atText: string } | null
  readonly notMeasured: string | null
  /** The scorecard by whose figures rules are ranked; null where by their effects, or by their rows alone. */
  readonly figuresOf: string | null
  /**
   * Rules that ran: those that could move the scorecard furthest first, where that is known, else those whose cells feed most of its
   * figures; then those that find most.
   */
  readonly rules: readonly CheckedRule[]
  /** By child, then as the rows stand. */
  readonly findings: readonly CheckFinding[]
  readonly unjudged: readonly CheckUnjudged[]
  readonly unjudgedGroups: readonly UnjudgedGroup[]
  readonly notRun: readonly NotRunGroup[]
}

const byId = new Intl.Collator('en', { numeric: true })

/** Makes the view of a check. */
export function checkView(of: CheckOf): CheckView {
  const { report, fixes } = of
  const says = (rule: string): string => report.rules.get(rule)?.says ?? ''
  const touched = touchedBy(of)
  const findings = report.found.map(found => findingOf(of, found, says(found.rule), touched(found)))
  const unjudged = report.unjudged.map(({ rule, why, ...row }) => ({
    ...placeOf(of, row),
    rule,
    says: says(rule),
    why,
  }))
  return {
    year: sayCollection(report.collection),
    asAtText: sayDay(report.collection.asAt),
    whole: report.collection.asAt === report.collection.end,
    authority: report.collection.authority,
    counts: {
      inForce: report.run.length + report.notRun.length,
      run: report.run.length,
      notRun: report.notRun.length,
      couldNotJudge: new Set(unjudged.map(({ rule }) => rule)).size,
      found: findings.length,
      children: childrenIn(findings),
      unjudged: new Set(report.unjudged.map(({ id }) => id)).size,
      fixes: fixes === null ? null : fixes.size,
    },
    effectsOn: of.effects ? { scorecard: of.effects.scorecard, atText: of.effects.atText } : null,
    notMeasured: of.notMeasured ?? null,
    figuresOf: of.effects ? null : (of.board?.title ?? null),
    rules: rulesOf(of, findings),
    findings: findings.toSorted((a, b) => byId.compare(a.child ?? '', b.child ?? '')),
    unjudged: unjudged.toSorted((a, b) => byId.compare(a.child ?? '', b.child ?? '')),
    unjudgedGroups: unjudgedGroups(of),
    notRun: notRunGroups(of),
  }
}

const placeOf = ({ fileOf }: CheckOf, { table, fileId, line, child }: Omit<RowPlace, 'row'>): CheckPlace => ({
  child,
  table: sayTable(table),
  file: fileOf(fileId),
  line,
})

type Touched = Pick<CheckFinding, 'touches' | 'figures'>

/** What a finding touches. Thousands of findings touch what a few rules touch: each list is put in order once. */
function touchedBy({ touches, board, report }: CheckOf): (found: RowFound) => Touched {
  const known = new Map<readonly string[], Touched>()
  return ({ table, fields, rule }) => {
    const list = touches(table, fields, report.rules.get(rule)?.definition)
    const touched = known.get(list) ?? { touches: list.toSorted(byId.compare), figures: figuresIn(list, board) }
    known.set(list, touched)
    return touched
  }
}

const figuresIn = (touches: readonly string[], board: Board | undefined): readonly string[] =>
  [...(board?.figures ?? [])].flatMap(([catalogue, name]) => (touches.includes(catalogue) ? [name] : []))

const findingOf = (of: CheckOf, found: RowFound, says: string, touched: Touched): CheckFinding => ({
  ...placeOf(of, found),
  rule: found.rule,
  says,
  fields: found.fields,
  ...touched,
  cells: of.cells?.get(found.id) ?? null,
  fix: of.fixes?.get(found) ?? null,
})

const childrenIn = (rows: readonly CheckPlace[]): number =>
  new Set(rows.flatMap(({ child }) => (child === null ? [] : [child]))).size

function rulesOf({ report, effects, board }: CheckOf, findings: readonly CheckFinding[]): readonly CheckedRule[] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule)
  const open = Map.groupBy(report.unjudged, ({ rule }) => rule)
  const lines = report.run.map((rule): CheckedRule => {
    const own = byRule.get(rule) ?? []
    const [first] = own
    const touches = [...new Set([...new Set(own.map(one => one.touches))].flat())].sort(byId.compare)
    return {
      rule,
      says: report.rules.get(rule)?.says ?? '',
      tables: report.rules.get(rule)?.definition.tables ?? [],
      rows: own.length,
      children: childrenIn(own),
      unjudged: open.get(rule)?.length ?? 0,
      fixes: own.filter(({ fix }) => fix !== null).length,
      firstFix:
        own.flatMap(({ fix, child, table, file, line }) =>
          fix ? [{ ...fix, at: { child, table, file, line } }] : [],
        )[0] ?? null,
      touches,
      figures: figuresIn(touches, board),
      fields: first?.fields ?? [],
      sameAs: null,
      effect: effects?.byRule.get(rule) ?? null,
      first: first ? { child: first.child, table: first.table, file: first.file, line: first.line } : null,
    }
  })
  const reach = ({ effect }: CheckedRule): number => effect?.reach ?? 0
  const figures = ({ effect, figures: touched }: CheckedRule): number =>
    effects ? (effect?.moved.length ?? 0) : touched.length
  return withTwins(
    report.found,
    lines.sort(
      (a, b) =>
        reach(b) - reach(a) ||
        figures(b) - figures(a) ||
        b.rows - a.rows ||
        b.unjudged - a.unjudged ||
        byId.compare(a.rule, b.rule),
    ),
  )
}

/** One fault is often found by several rules: those that found the very rows of a rule above them name it. */
function withTwins(found: readonly RowFound[], rules: readonly CheckedRule[]): readonly CheckedRule[] {
  const byRule = Map.groupBy(found, ({ rule }) => rule)
  const first = new Map<string, string>()
  return rules.map(one => {
    const rows = [...new Set(byRule.get(one.rule)?.map(({ id }) => id))].sort((a, b) => a - b).join(' ')
    const sameAs = first.get(rows) ?? null
    if (rows && sameAs === null) first.set(rows, one.rule)
    return rows ? { ...one, sameAs } : one
  })
}

/** By what they say: reasons that read alike are one. */
const notRunGroups = ({ report, from }: CheckOf): readonly NotRunGroup[] =>
  [...Map.groupBy(report.notRun, ({ why }) => sayWhyNotRun(why))]
    .map(([why, rules]) => ({
      why,
      cure: rules[0] ? cureOf(rules[0].why, from) : null,
      rules: rules.map(({ rule }) => ({ rule, says: report.rules.get(rule)?.says ?? '' })),
    }))
    .sort((a, b) => b.rules.length - a.rules.length)

/** A reason without what the cell says: `DEC is not a day: 31/02/2026` is `DEC is not a day`. */
const plainly = (why: string): string => why.replace(/: .*$/s, '')

function unjudgedGroups(of: CheckOf): readonly UnjudgedGroup[] {
  const groups = Map.groupBy(of.report.unjudged, ({ table, why }) => `${sayTable(table)}: ${plainly(why)}`)
  return [...groups]
    .flatMap(([why, rows]) => {
      const [first] = rows
      return first
        ? [
            {
              why,
              rows: new Set(rows.map(({ id }) => id)).size,
              rules: [...new Set(rows.map(({ rule }) => rule))],
              first: placeOf(of, first),
            },
          ]
        : []
    })
    .sort((a, b) => Number(cellsDoNot(a)) - Number(cellsDoNot(b)) || b.rows - a.rows)
}

/** No cell that anybody could mend is behind it: years before the last are not read. They stand last, however many. */
const cellsDoNot = ({ why }: UnjudgedGroup): boolean => why.includes('returns of earlier years would be needed')

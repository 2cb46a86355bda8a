import { sayCollection } from '../checks/collection.ts'
import type { KeptCheck, RowKept } from '../checks/kept.ts'
import { sayTable } from '../checks/rule-tables.ts'
import { didYouMean } from '../kit/text.ts'
import { findMeasure } from '../measures/measures.ts'
import type { OfficeOptions } from './office-options.ts'

/** What of a check a page is asked. Text is as somebody typed it; blank or absent: all. */
export type CheckAsked = {
  /** The collection year, as 2026-27; absent: the latest. */
  readonly year?: string
  readonly rule?: string
  readonly table?: string
  readonly child?: string
  /** A measure by its reference, its id or its number on the scorecard. */
  readonly measure?: string
  /** Only what touches a figure of the scorecard. */
  readonly scorecard: boolean
  /** Only what is new since the version before. */
  readonly fresh: boolean
  /** Rules that could move the scorecard furthest first, which takes some seconds the first time; else those that find most. */
  readonly byEffect: boolean
  /** From 1. */
  readonly page: number
}

/** A figure of the scorecard. */
export type FigureOn = { readonly number: string; readonly title: string; readonly measure: string }
/** The figures of the scorecard by catalogue reference. */
export type FiguresOn = ReadonlyMap<string, FigureOn>

/** By its number, else by its title. */
export const nameOf = ({ number, title }: FigureOn): string => number || title

/** A child's id as the check has it, which reads the return's ids in capitals. */
export const idOf = (text: string): string => text.trim().toUpperCase()

/** What is wrong with an answer; absent: nothing. */
export type Problems = { readonly rule?: string; readonly measure?: string }

/** Which findings are asked for; an answer that cannot be read is a problem to say, and finds nothing. */
export function filterOf(
  { session, checks }: OfficeOptions,
  figuresOn: FiguresOn,
  asked: CheckAsked,
  kept: KeptCheck,
  fresh: ReadonlySet<RowKept>,
): { readonly problems: Problems; readonly keep: (row: RowKept) => boolean } {
  const [rule, child, named] = [asked.rule, asked.child, asked.measure].map(text => text?.trim() ?? '')
  const id = idOf(child ?? '')
  const codes = [...kept.rules.keys()]
  const code = codes.find(one => one.toLowerCase() === rule?.toLowerCase())
  const numbered = [...figuresOn].find(
    ([, { number }]) => number !== '' && number.toLowerCase() === named?.toLowerCase(),
  )
  const measure = named ? (numbered?.[0] ?? findMeasure(session.measures, named)?.catalogue) : undefined
  const problems = {
    ...(rule && !code
      ? { rule: `Enter the code of a rule in force in ${sayCollection(kept.collection)}.${didYouMean(rule, codes)}` }
      : {}),
    ...(named && !measure
      ? {
          measure: `Enter a measure’s reference, such as PLC-01, or its number on the scorecard.${didYouMean(named, catalogues(session))}`,
        }
      : {}),
  }
  const touches = (row: RowKept): readonly string[] =>
    checks.touches(row.table, row.fields, kept.rules.get(row.rule)?.definition)
  const wrong = Object.keys(problems).length > 0
  return {
    problems,
    keep: row =>
      !wrong &&
      (!code || row.rule === code) &&
      (!asked.table || sayTable(row.table) === asked.table) &&
      (!id || row.child === id) &&
      (!asked.fresh || fresh.has(row)) &&
      (!measure || touches(row).includes(measure)) &&
      (!asked.scorecard || touches(row).some(touched => figuresOn.has(touched))),
  }
}
const catalogues = ({ measures }: OfficeOptions['session']): readonly string[] =>
  [...measures.values()].map(({ catalogue }) => catalogue)

/** The figures among measures, in the order of the scorecard. */
export const onScorecard = (touches: readonly string[], figuresOn: FiguresOn): readonly FigureOn[] =>
  [...figuresOn].flatMap(([catalogue, figure]) => (touches.includes(catalogue) ? [figure] : []))

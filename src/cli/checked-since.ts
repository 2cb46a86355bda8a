import type { RowKept } from '../checks/kept.ts'
import { sayNumber } from '../kit/text.ts'
import { returnNames } from '../model/model.ts'
import type { CheckedSince } from './checked-version.ts'

type Kind = 'fresh' | 'still' | 'fixed' | 'untold'
const kinds: readonly (readonly [Kind, string])[] = [
  ['fresh', 'new'],
  ['still', 'still there'],
  ['fixed', 'fixed'],
  ['untold', 'not told now'],
]

/** What the summary line says of an earlier version: how many are new and still there, and each that is found no more. */
export function sinceSummary({ version, what, fileOf }: CheckedSince): object {
  const gone = (rows: readonly RowKept[]): readonly object[] =>
    rows.map(({ rule, table, fileId, line, row, child, fields }) => ({
      rule,
      table: returnNames[table],
      file: fileOf(fileId),
      line,
      row,
      child,
      fields,
    }))
  return {
    version,
    new: what.fresh.length,
    'still there': what.still.length,
    fixed: gone(what.fixed),
    notToldNow: gone(what.untold),
    rulesNotRunThen: what.ranNotThen,
  }
}

/** New, still there and fixed since an earlier version, by rule, the most new first. */
export function saySince({ version, what }: CheckedSince): string {
  const counts = new Map<string, Record<Kind, number>>()
  for (const [kind] of kinds)
    for (const { rule } of what[kind]) {
      const own = counts.get(rule) ?? { fresh: 0, still: 0, fixed: 0, untold: 0 }
      counts.set(rule, { ...own, [kind]: own[kind] + 1 })
    }
  // What cannot be told any more is seldom; without it no column.
  const shown = kinds.filter(([kind]) => kind !== 'untold' || what.untold.length > 0)
  const changed = [...counts]
    .filter(([, { fresh, fixed, untold }]) => fresh + fixed + untold > 0)
    .sort(([, a], [, b]) => b.fresh - a.fresh || b.fixed - a.fixed || b.untold - a.untold)
  const widths = shown.map(([, word]) => Math.max(word.length, 7) + 2)
  const total = shown.map(([kind, word]) => `${sayNumber(what[kind].length)} ${word}`).join(', ')
  return [
    `Since data version ${version}: ${total}.`,
    ...(what.ranNotThen.length ? [`New by rules that did not run then: ${what.ranNotThen.join(', ')}.`] : []),
    ...(what.untold.length ? ['Not told now: the rule did not run, or cannot judge the row any more.'] : []),
    ...(changed.length
      ? [
          '',
          `  ${'Rule'.padEnd(10)}${shown.map(([, word], i) => word.padStart(widths[i] ?? 0)).join('')}`,
          ...changed.map(
            ([rule, own]) =>
              `  ${rule.padEnd(10)}${shown.map(([kind], i) => sayNumber(own[kind]).padStart(widths[i] ?? 0)).join('')}`,
          ),
        ]
      : []),
    '',
  ].join('\n')
}

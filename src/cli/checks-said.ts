import { sayCollection } from '../checks/collection.ts'
import type { KeptReport, KeptReturn } from '../checks/keep-changed.ts'
import { sayCount, sayNumber } from '../kit/text.ts'

const total = (returns: readonly KeptReturn[], of: (one: KeptReturn) => number): number =>
  returns.reduce((sum, one) => sum + of(one), 0)

/** What the rules of the return find in a new version, in a line or two: the latest year, then the years before. */
export function sayChecks({ returns, leftOut }: KeptReport): readonly string[] {
  const latest = Math.max(...returns.map(({ year }) => year))
  const [now, earlier] = [returns.filter(({ year }) => year === latest), returns.filter(({ year }) => year !== latest)]
  const councils = new Set(leftOut.map(({ authority }) => authority)).size
  return [
    ...(now.length
      ? [
          `Rules of the return: ${sayCount(
            total(now, ({ found }) => found),
            'row',
          )} at fault in ${sayCollection({ year: latest })}${saySince(now)}${
            earlier.length
              ? `; ${sayNumber(total(earlier, ({ found }) => found))} in earlier years${saySince(earlier, true)}`
              : ''
          }. \`hearth check\` lists them.`,
        ]
      : []),
    ...(leftOut.length
      ? [
          `The rules of the return were not run on ${sayCount(leftOut.length, 'return')} of ${sayCount(councils, 'council')}: ${leftOut[0]?.why}. \`hearth check\` with --year or --authority runs them.`,
        ]
      : []),
  ]
}

/** `, 12 new since the version before and 5 fixed`; nothing where there is nothing to compare, nor, if `quiet`, where nothing changed. */
function saySince(returns: readonly KeptReturn[], quiet = false): string {
  const compared = returns.filter(({ since }) => since !== null)
  if (compared.length === 0) return ''
  const fresh = total(compared, ({ since }) => since?.fresh ?? 0)
  const other = total(compared, ({ since }) => since?.byOtherRules ?? 0)
  const fixed = total(compared, ({ since }) => since?.fixed ?? 0)
  if (quiet && fresh + fixed === 0) return ''
  return `, ${fresh ? sayNumber(fresh) : 'none'} new since the version before${
    other ? ` (${sayNumber(other)} by rules that did not run then)` : ''
  }${fixed ? ` and ${sayNumber(fixed)} fixed` : ''}`
}

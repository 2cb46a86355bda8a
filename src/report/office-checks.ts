import type { ChildRow } from '../checks/child-rows.ts'
import type { Fix } from '../checks/fix.ts'
import type { HeldReturn } from '../checks/held-returns.ts'
import type { KeptCheck } from '../checks/kept.ts'
import type { Touching } from '../checks/touches.ts'
import type { RuleEffects } from './rule-effects.ts'

/** What a desk asks of the checks that its data version keeps. Each is read when it is first asked for. */
export type OfficeChecks = {
  /** The council's own returns that have rules, the earliest first. */
  readonly held: () => Promise<readonly HeldReturn[]>
  /** Null where the version keeps no check of the return. */
  readonly kept: (one: HeldReturn) => Promise<KeptCheck | null>
  /** Why an import left the check of a return out; null where it did not, or does not say. */
  readonly leftOut: (one: HeldReturn) => Promise<string | null>
  /** What the version before kept of the same return; null where it kept nothing. */
  readonly before: (one: HeldReturn) => Promise<{ readonly version: number; readonly kept: KeptCheck } | null>
  /** By which rules a check of today would be made: see `KeptCheck.mark`. */
  readonly mark: () => string
  readonly fileOf: () => Promise<(id: number) => string>
  readonly touches: Touching
  /** The rows of a child, in the return and in the one before. */
  readonly childRows: (one: HeldReturn, child: string) => Promise<readonly ChildRow[]>
  /** What findings could do to the scorecard: some seconds, once a return. */
  readonly effects: (one: HeldReturn) => Promise<RuleEffects>
  /** Fixes that are certain, by rule and row id as `findingKey` writes them; every rule runs anew: some seconds, once a return. */
  readonly fixes: (one: HeldReturn) => Promise<ReadonlyMap<string, Fix>>
}

/** Names a finding of one return. */
export const findingKey = ({ rule, id }: { readonly rule: string; readonly id: number }): string => `${rule} ${id}`

/** How long a page waits for what takes longer to work out: what comes later is there when the page is asked for again. */
const PATIENCE_MS = 8_000

/** An answer, or `later` where it is not there within a page's patience. */
export async function soon<T>(answer: Promise<T>, patience = PATIENCE_MS): Promise<T | 'later'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'later'>(resolve => {
    timer = setTimeout(() => resolve('later'), patience)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

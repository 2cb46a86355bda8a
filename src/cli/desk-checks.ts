import { existsSync } from 'node:fs'
import { childRows } from '../checks/child-rows.ts'
import { sayCollection } from '../checks/collection.ts'
import { suggestFixes } from '../checks/fix.ts'
import { checkHeld, type HeldReturn, heldReturns } from '../checks/held-returns.ts'
import { checkMark } from '../checks/keep.ts'
import { readKept } from '../checks/kept.ts'
import { readingsIn, touching } from '../checks/touches.ts'
import { readRules } from '../definitions/rule.ts'
import { literal } from '../engine/sql.ts'
import { olderExtractTable } from '../ingest/older-extract.ts'
import { settleRows } from '../ingest/settle.ts'
import type { Session } from '../measures/measures.ts'
import type { ModelSettings } from '../model/settings.ts'
import { openChecks, openReturned } from '../model/version.ts'
import { openVersionRows } from '../model/version-rows.ts'
import type { Records } from '../records/records.ts'
import { findingKey, type OfficeChecks } from '../report/office-checks.ts'
import { ruleEffects } from '../report/rule-effects.ts'
import { keptEffects } from './kept-effects.ts'

/** Asks once for each return, and again only where that failed. */
function once<T>(ask: (one: HeldReturn) => Promise<T>): (one: HeldReturn) => Promise<T> {
  const asked = new Map<number, Promise<T>>()
  return one => {
    const answer = asked.get(one.year) ?? ask(one)
    asked.set(one.year, answer)
    answer.catch(() => asked.delete(one.year))
    return answer
  }
}

/** An open home, as far as checks ask, and the folders of its files. */
type Over = {
  readonly session: Session
  readonly records: Records
  readonly authority: string
  readonly version: number
  readonly folderOf: (version: number) => string
  readonly rules: string
  readonly measures: readonly string[]
  readonly scorecards: readonly string[]
  readonly home: string
  readonly groups: string
  readonly settings: () => ModelSettings
}

/** The checks that a data version keeps, for a desk. Nothing is read before it is asked for. */
export function deskChecks(over: Over): OfficeChecks {
  const { session, version, folderOf } = over
  const { engine } = session
  let known: ReturnType<typeof readRules> | undefined
  const rules = (): ReturnType<typeof readRules> => {
    known ??= readRules(over.rules)
    return known
  }
  const kept = once(one => readKept(engine, one, rules()))
  let names: Promise<ReadonlyMap<number, string>> | undefined
  let mark: string | undefined
  return {
    held: async () => (await heldReturns(engine)).filter(({ authority }) => authority === over.authority),
    kept,
    leftOut: async ({ authority, year }) => {
      const row = await engine.row<{ why: string }>(
        `select why from checks.left_out where authority = ${literal(authority)} and collection_year = ${year}`,
      )
      return row?.why ?? null
    },
    before: once(async one => {
      const earlier = (await over.records.dataVersions.list())
        .map(({ number }) => number)
        .filter(number => number < version && existsSync(folderOf(number)))
      if (earlier.length === 0) return null
      const number = Math.max(...earlier)
      const then = await openChecks(folderOf(number))
      try {
        const was = await readKept(then, one, rules())
        return was && { version: number, kept: was }
      } finally {
        then.close()
      }
    }),
    mark: () => {
      mark ??= checkMark(over.rules)
      return mark
    },
    fileOf: async () => {
      names ??= engine
        .rows<{ file_id: number; path: string }>('select file_id, path from reference.file')
        .then(rows => new Map(rows.map(({ file_id, path }) => [file_id, path.split('/').slice(-2).join('/')])))
      const paths = await names
      return id => paths.get(id) ?? ''
    },
    touches: touching(over.measures),
    childRows: async (one, child) => {
      // A version made before an older extract could replace nothing has no list of them.
      await engine.run(olderExtractTable)
      return childRows(engine, one, child)
    },
    effects: once(async one => {
      const found = (await kept(one))?.found ?? []
      return keptEffects({ ...over, year: sayCollection(one), authority: one.authority }, found, () =>
        ruleEffects(session, found, {
          authority: one.authority,
          scorecards: over.scorecards,
          readings: readingsIn(over.measures),
          rebuild: {
            rows: () => openVersionRows(folderOf(version)),
            settle: settleRows,
            settings: over.settings(),
          },
        }),
      )
    }),
    fixes: once(async one => {
      const rows = await openReturned(folderOf(version), over.settings())
      try {
        await rows.run(olderExtractTable)
        const fixes = await suggestFixes(rows, await checkHeld(rows, rules(), one))
        return new Map([...fixes].map(([found, fix]) => [findingKey(found), fix]))
      } finally {
        rows.close()
      }
    }),
  }
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { literal } from '../engine/sql.ts'
import { UserError } from '../kit/error.ts'

const codes = z.array(z.string())
const shape = z
  .object({
    placement_groups: z.record(z.string(), codes),
    sets: z.record(z.string().regex(/^[a-z_]+$/), codes),
    ethnic_groups: z.record(z.string(), codes),
    switches: z.object({ same_carer_moves_continue: z.boolean() }).strict(),
  })
  .strict()

/** Groups of return codes and switches that the definitions leave to the council. */
export type ModelSettings = z.infer<typeof shape>

/** The groups shipped with Hearth: `returns/groups.yaml`. */
export const shippedGroups = fileURLToPath(new URL('../../returns/groups.yaml', import.meta.url))

/** Reads a groups file. Throws HEARTH-1405 with what is wrong and where. */
export function readSettings(file = shippedGroups): ModelSettings {
  const found = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (found.success) return found.data
  const [first] = found.error.issues
  throw new UserError(
    'HEARTH-1405',
    `The groups file is not as expected: ${first?.path.join('.')}: ${first?.message}.`,
    'Compare it with returns/groups.yaml.',
    { file },
  )
}

const list = (items: readonly string[]): string => (items.length ? items.map(literal).join(', ') : 'null')

const lookup = (name: string, groups: Readonly<Record<string, readonly string[]>>, otherwise: string): string =>
  `create or replace macro ${name}(code) as case ${Object.entries(groups)
    .map(([group, members]) => `when code in (${list(members)}) then ${literal(group)}`)
    .join(' ')} else ${literal(otherwise)} end`

/** The macros that the settings stand for, as SQL statements. */
export function settingMacros(settings: ModelSettings): readonly string[] {
  return [
    lookup('placement_group_of', settings.placement_groups, 'not_known'),
    lookup('ethnic_group_of', settings.ethnic_groups, 'unknown'),
    ...Object.entries(settings.sets).map(
      ([name, members]) => `create or replace macro ${name}(code) as code in (${list(members)})`,
    ),
    `create or replace macro same_carer_moves_continue() as ${settings.switches.same_carer_moves_continue}`,
    // Whether a postcode's authority is the one that looks after the child; not known where the council's own code is not.
    `create or replace macro same_authority(la_code, authority) as case when starts_with(authority, 'E') then la_code = authority end`,
  ]
}

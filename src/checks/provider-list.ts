import { readFileSync } from 'node:fs'
import type { Engine } from '../engine/engine.ts'

const providersByUrn = readFileSync(new URL('./provider-list.sql', import.meta.url), 'utf8')

/**
 * Fills the rules' table `provider` with Ofsted's lists as imported, in place of what is in it: one row a URN, `la` the GSS code
 * of the authority its postcode is in (null where `reference.postcode` does not have it). Says whether there is any provider.
 */
export async function fillProviders(engine: Engine): Promise<boolean> {
  await engine.run(
    `delete from provider; insert into provider by name select urn, name, postcode, place_codes, provider_codes, reg_end, la from (${providersByUrn})`,
  )
  return (await engine.row('select 1 as there from provider limit 1')) !== null
}

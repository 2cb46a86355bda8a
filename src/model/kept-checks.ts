/** Which row of the return it is about, and where that stands. */
const place = 'table_name varchar, file_id integer, line integer, row integer, child varchar, id bigint'
const whose = 'authority varchar, collection_year integer'

/**
 * What a data version keeps of the check of its returns by the rules, by authority and collection year: in the schema `checks`
 * of every version, and elsewhere where a check is made anew. `key` names a finding whatever line its row stands on; `mark` what
 * the cells say that the rule marks, whatever else of the row changed; `id` gives the order.
 */
export const checkTables = (schema = 'checks'): Readonly<Record<CheckTable, string>> => {
  const make = (name: CheckTable, columns: string): string =>
    `create table if not exists ${schema}.${name} (${whose}, ${columns})`
  return {
    // One row a check: up to which day the return was taken to be whole, by which rules, and those that ran.
    checked: make('checked', 'as_at date, format varchar, rules varchar, run varchar[]'),
    found: make('found', `rule varchar, ${place}, fields varchar[], key varchar, mark varchar`),
    unjudged: make('unjudged', `rule varchar, ${place}, why varchar`),
    // Why, as a record in JSON (`WhyNotRun`): it is said in words where it is read.
    not_run: make('not_run', 'rule varchar, why varchar'),
    // Returns that an import did not check, and why.
    left_out: make('left_out', 'why varchar'),
  }
}
export type CheckTable = 'checked' | 'found' | 'unjudged' | 'not_run' | 'left_out'

import type { RowCheck } from './row-check.ts'

/** Used episodes with the 18th birthday of their child and the day by which they are over, or what is held of them is. */
const WITH_BIRTHDAY = `select e.*, anniversary(h.dob, 216) as eighteen,
    coalesce(e.dec, e.next, case when e.collection_year < l.last_year then make_date(e.collection_year, 4, 1) else l.last_day + 1 end) as reach
  from (
    select *, lead(decom) over (partition by authority, child order by decom) as next from returned.episodes where use = 'used'
  ) e
  join (select authority, child, max(dob) as dob from returned.header where use = 'used' group by all) h using (authority, child)
  left join (
    select authority, max(collection_year) as last_year, arg_max(last_day, collection_year) as last_day
    from reference.return_held where source = 'Episodes' group by authority
  ) l using (authority)`

const episode = (code: string, column: string, found: string, where: string, why: string, fix: string): RowCheck => ({
  code,
  severity: 'warning',
  table: 'episodes',
  column,
  sql: `select file_id, line, ${found} as found from (${WITH_BIRTHDAY}) where ${where}`,
  why,
  fix,
})

/**
 * Care ends on the 18th birthday at the latest (Children Act 1989, section 105: a child is a person under 18), but for those
 * who stay under section 20(5): DfE's rule 359. In measures nobody is in care from that day, whatever the return says.
 */
export const eighteenChecks: readonly RowCheck[] = [
  episode(
    'eighteen-or-over',
    'DECOM',
    'decom_text',
    'decom >= eighteen',
    'Nobody is in care from their 18th birthday: the episode is not counted.',
    'Correct DECOM or DOB.',
  ),
  episode(
    'ends-after-eighteen (359)',
    'DEC',
    'dec_text',
    'decom < eighteen and dec > eighteen',
    'The child turned 18 in the episode: measures do not count them in care from that day, and count them as leaving on the day of DEC, at 18.',
    'Correct DEC, which is the 18th birthday at the latest, or DOB; nothing for a young person who stays in a community home under section 20(5).',
  ),
  episode(
    'open-at-eighteen (359)',
    'DEC',
    "strftime(eighteen, '%d/%m/%Y')",
    'decom < eighteen and dec is null and eighteen < reach',
    'The child turned 18 in the episode, on the day found, and it has no end: measures do not count them in care from that day, and do not know them as a leaver then.',
    'Give DEC and REC, or correct DOB; nothing for a young person who stays in a community home under section 20(5).',
  ),
]

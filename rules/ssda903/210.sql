/* rule
code: "210"
says: Children looked after for more than a week at 31 March should not have an unknown Unique Pupil Number (UPN) code of UN4.
fields: [UPN, DECOM]
tables: [Header, Episodes]
years: 2022-23 on
due: year end
note: The child came before 24 March and has an episode that began on or after it, which is what the open validator asks about; it finds those who came since, too, of whom the message does not speak.
*/
with newcomer as (
  select child, min(decom) >= year_end() - 7 as all_late from episodes group by child
),
begun as (
  select h.id as header_id, e.id as episode_id, e.decom >= year_end() - 7 and not all_late as fault
  from header h join episodes e using (child) join newcomer using (child)
  where h.upn = 'UN4'
)
select header_id as id, fault from begun
union all
select episode_id, fault from begun

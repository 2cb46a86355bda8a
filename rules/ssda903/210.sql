/* rule
code: "210"
says: Children looked after for more than a week at 31 March should not have an unknown Unique Pupil Number (UPN) code of UN4.
fields: [UPN, DECOM]
tables: [Header, Episodes]
years: 2022-23 on
due: year end
note: Asked as councils have it, of an episode that began on or after 24 March of a child with UN4, although the message speaks of children who came before.
*/
with begun as (
  select h.id as header_id, e.id as episode_id, e.decom >= make_date(year(year_end()), 3, 24) as fault
  from header h join episodes e using (child)
  where h.upn = 'UN4'
)
select header_id as id, fault from begun
union all
select episode_id, fault from begun

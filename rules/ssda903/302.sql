/* rule
code: "302"
says: First episode starts before child was born.
fields: [DECOM, DOB]
tables: [Header, Episodes]
years: 2022-23 on
note: The first is the one of this return that began first; one that began later is not marked with it.
*/
with first_episode as (
  select h.id as header_id, e.id as episode_id, e.decom < h.dob as fault
  from header h join episode_order e using (child)
  where e.n = 1
)
select header_id as id, fault from first_episode
union all
select episode_id, fault from first_episode

/* rule
code: "336"
says: Child does not have a foster placement immediately prior to being placed for adoption.
fields: [PLACE]
tables: [Episodes]
years: 2022-23 on
note: Before A3, A4 or A5 the child must have been in a foster placement (U1 to U6) or one for adoption. The open validator asks it of A3 and A4, and says that it does of A3 and A5, the two with the child's own foster carers. A child's first episode of the return is not asked.
*/
select id, case when decom is null or prior is null then null else true end as fault
from episode_order
where place in ('A3', 'A4', 'A5')
  and case when prior is null then decom is null or undated else not placed_for_adoption(prior.place) and not fostered(prior.place) end

/* rule
code: "556"
says: Date of decision that the child should be placed for adoption should be on or prior to the date that the freeing order was granted.
fields: [DECOM]
tables: [Episodes, PlacedAdoption]
years: 2022-23 to 2023-24
note: An order is granted where a run of D1 begins; a decision must have stood that day, and a later one beside it is no fault.
*/
with granted as (select id as episode from episode_order where ls = 'D1' and (prior.ls is distinct from 'D1' or prior.rec is distinct from 'X1'))
select episode as id, too_late as fault from decision_by_start semi join granted using (episode)

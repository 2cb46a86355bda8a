/* rule
code: "554"
says: Date of decision that the child should be placed for adoption should be on or prior to the date that the placement order was granted.
fields: [DATE_PLACED, DECOM, LS]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
note: An order is granted where a run of E1 begins; a decision must have stood that day, and a later one beside it is no fault. Where the run began in episodes of earlier years that are not returned, the day is that of the first that is.
*/
with granted as (select id as episode from episode_order where ls = 'E1' and (prior.ls is distinct from 'E1' or prior.rec is distinct from 'X1'))
select episode as id, too_late as fault from decision_by_start semi join granted using (episode)
union all
select decision, too_late from decision_by_start semi join granted using (episode)

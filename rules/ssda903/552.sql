/* rule
code: "552"
says: Date of Decision to place a child for adoption should be on or prior to the date that the child was placed for adoption.
fields: [DATE_PLACED, DECOM]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
note: Each time that a child is placed, a decision must have stood that day; the open validator holds the first placement against the latest decision, and so finds a child placed a second time after another decision.
*/
with placed as (select id as episode from episode_order where placed_for_adoption(place) and not placed_for_adoption(prior.place))
select episode as id, too_late as fault from decision_by_start semi join placed using (episode)
union all
select decision, too_late from decision_by_start semi join placed using (episode)

/* measure
title: Children living in residential placements run by others
asks: How many live in homes run by others?
catalogue: PLC-10
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those in a residential placement whose provider is not the council itself (not PR1)
unknown: placement not given, or the provider of a residential placement not given
unknown_is: left out
good: low
slices: [standard]
mix: cost_band
sources: [in_care_at]
basis: SSDA903 episodes. Cut by cost_band, the price a week that placements.csv gives that day, borne by children's services (under £2,000, £2,000 to £3,999, £4,000 to £5,999, £6,000 and over)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select c.period_end, c.child_id as subject,
  case when not residential(c.placement_type) then false
    when residential(c.placement_type) and c.provider <> 'not_known' then c.provider <> 'own_provision' end as counted,
  case when b.price < 2000 then 'under_2000' when b.price < 4000 then '2000_to_3999' when b.price < 6000 then '4000_to_5999'
    when b.price >= 6000 then '6000_and_over' else 'not_known' end as cost_band
from in_care_at c
left join (
  select p.period_end, x.child_id, sum(x.weekly_cost) as price
  from placement_price x join period p on x.start_date <= p.period_end and coalesce(x.end_date, date '9999-12-31') > p.period_end
  where x.source = 'placements' group by all
) b on b.child_id = c.child_id and b.period_end = c.period_end

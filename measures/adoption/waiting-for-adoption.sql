/* measure
title: Children with a placement order still waiting for adoption
asks: How many are waiting for adoption?
catalogue: ADO-09
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period who have had a placement order in this period of care, and whose latest decision that they should be placed for adoption stands
counted: All of them, placed with their family already or not
good: low
slices: [age_band, sex, ethnic_group, placed]
sources: [Episodes, PlacedAdoption]
basis: SSDA903 episodes and placed-for-adoption decisions
national: Adoption scorecard A9 and A14
revisions: [{on: 2026-11-27, what: First version}]
*/
with order_made as (
  select child_id, period_no, min(order_date) as order_date from placement_order where legal_status = 'E1' group by all
),
latest_decision as (
  select c.child_id, c.period_end, arg_max_null(d.ceased_date, d.decision_date) as ceased_date
  from in_care_at c
  join adoption_decision d on d.child_id = c.child_id and d.decision_date <= c.period_end
  group by all
),
waiting as (
  select c.*, h.moved_in
  from in_care_at c
  join order_made o on o.child_id = c.child_id and o.period_no = c.period_no and o.order_date <= c.period_end
  left join latest_decision l on l.child_id = c.child_id and l.period_end = c.period_end
  left join adoptive_home h on h.child_id = c.child_id and h.period_no = c.period_no and h.moved_in <= c.period_end
    and coalesce(h.end_date, date '9999-12-31') > c.period_end
  where l.ceased_date is null or l.ceased_date > c.period_end
)
select period_end, child_id as subject, true as counted, age_band, sex, ethnic_group,
  case when moved_in is null then 'waiting' else 'placed' end as placed
from waiting

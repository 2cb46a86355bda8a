/* measure
title: Children who wait less than 14 months for adoption
asks: What share wait under 14 months?
catalogue: ADO-06
kind: proportion
at: within period
windows: [three years, rolling 12 months, year to date, month, rolling 3 months, quarter, year]
population: Children adopted in the period, and those with a placement order still waiting at its end
counted: Those who moved in with their family, or are still waiting, less than 426 days after entering care
unknown: the start of care is not held and the days since are fewer than 426
unknown_is: not counted
good: high
slices: [age_band, sex, ethnic_group]
sources: [Episodes, PlacedAdoption]
basis: SSDA903 episodes and placed-for-adoption decisions
national: Adoption scorecard A3
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
),
everyone as (
  select p.period_end, a.child_id, a.child_id || '.' || a.period_no as subject, a.care_start_date, a.start_known,
    coalesce(a.moved_in, a.adopted_on) as until
  from adopted_child a
  join period p on a.adopted_on between p.period_start and p.period_end
  union all
  select period_end, child_id, child_id || '.waiting', care_start_date, care_start_known, coalesce(moved_in, period_end) from waiting
)
select e.period_end, e.child_id, e.subject,
  case when e.until - e.care_start_date >= 426 then false when e.start_known then true end as counted,
  age_band(age_on(b.date_of_birth, e.period_end)) as age_band, b.sex, b.ethnic_group
from everyone e
join person b on b.child_id = e.child_id

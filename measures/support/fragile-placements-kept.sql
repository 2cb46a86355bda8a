/* measure
title: Fragile placements kept going
asks: Did support stop a breakdown?
catalogue: FUT-02
kind: proportion
at: within period
windows: [month, rolling 12 months, rolling 3 months, quarter, year to date, year]
population: Children in care supported in the period whose placement was judged fragile, with a high risk of breakdown, when the help was asked for. Supported from the first session to the day before the end; a spell that ends the day it starts is left out
counted: Those in the same counted placement on the day of the first session and on the earlier of the last day of the period and the day the help ended. With several spells of help in the period, in all of them
unknown: the placement on the day of the first session (there is no counted placement)
good: high
slices: [age_band, sex, placement_group]
basis: support.csv and SSDA903 episodes; the outcome that support.csv gives is shown, never used. A child who has left care by then, however well, is in no placement and is not counted
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with supported as (
  select p.period_end, s.child_id, s.start_date, s.sex, s.date_of_birth, least(p.period_end, coalesce(s.end_date, p.period_end)) as until
  from support_referral s
  join period p on s.start_date <= p.period_end
    and (s.end_date is null or (s.end_date > p.period_start and s.end_date > s.start_date))
  where s.fragile_placement and s.high_risk
),
compared as (
  select s.*, a.placement_no as then_no, b.placement_no as now_no, placement_group_of(a.first_placement_type) as placement_group
  from supported s
  left join placement a on a.child_id = s.child_id and a.start_date <= s.start_date and coalesce(a.end_date, date '9999-12-31') > s.start_date
  left join placement b on b.child_id = s.child_id and b.start_date <= s.until and coalesce(b.end_date, date '9999-12-31') > s.until
)
select period_end, child_id as subject,
  case when bool_or(then_no is not null and now_no is distinct from then_no) then false
       when bool_or(then_no is null) then null else true end as counted,
  age_band(age_on(max(date_of_birth), period_end)) as age_band, max(sex) as sex,
  coalesce(arg_max(placement_group, start_date), 'not_known') as placement_group
from compared
group by period_end, child_id

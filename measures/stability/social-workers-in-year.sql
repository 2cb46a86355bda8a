/* measure
title: Social workers a child has had in the last 12 months
asks: How many social workers has a child had?
catalogue: STB-06
kind: average
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Different social workers in the 12 months to the day
unknown: no social worker row of the last 12 months is held for the child
good: low
unit: social workers
places: 2
looks_back: 12 months
slices: [standard]
sources: [Episodes, SWEpisodes]
basis: SSDA903 social worker episodes, from 2023 to 2024
national: DfE social worker stability, from 2024
revisions: [{on: 2026-11-27, what: First version}]
*/
with worker as (
  select c.child_id, c.period_end, count(distinct s.worker_id) as workers
  from in_care_at c
  join social_worker_spell s on s.child_id = c.child_id and s.start_date <= c.period_end
    and coalesce(s.end_date, date '9999-12-31') > months_back(c.period_end, 12)
  group by all
)
select c.period_end, c.child_id as subject, case when w.workers is not null then true end as counted, w.workers as amount
from in_care_at c
left join worker w on w.child_id = c.child_id and w.period_end = c.period_end

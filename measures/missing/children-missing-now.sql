/* measure
title: Children missing now
asks: Who is missing now?
catalogue: MIS-01:missing_now
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those missing from care and nobody knew where they were (M) on that day, in an incident that had begun by then and had not ended
unknown: an incident that had begun is in the return without its kind (M or A), or with an end that is not a day
good: low
slices: [standard]
sources: [Episodes, Missing]
basis: SSDA903 missing and episodes
national: none; DfE publishes incidents over a year
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case when g.is_gone then true when g.may_be_gone then null else false end as counted
from in_care_at s
left join (
  select p.period_end, m.child_id, bool_or(m.kind = 'missing' and m.end_known) as is_gone,
    bool_or(m.kind = 'not_known' or m.kind = 'missing' and not m.end_known) as may_be_gone
  from missing_incident m join period p on m.start_date <= p.period_end and coalesce(m.end_date, date '9999-12-31') > p.period_end
  group by all
) g on g.child_id = s.child_id and g.period_end = s.period_end

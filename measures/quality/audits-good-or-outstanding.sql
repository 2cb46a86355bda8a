/* measure
title: Case audits rated good or outstanding
asks: Is practice good?
catalogue: QA-02
kind: proportion
at: within period
windows: [month, quarter, rolling 12 months, year to date, year]
population: Audits in the period of children in care and care leavers; those of other children left out
counted: Those graded good or outstanding
unknown: the grade is not one of the list, or it is not known whether the child was in care, a care leaver or another
unknown_is: left out
good: high
slices: [grade, child_group, theme, team]
basis: The council’s own list of challenges, audits and feedback (quality)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, q.authority, q.child_id, q.item_id as subject, case when q.child_group is not null then q.grade in ('good', 'outstanding') end as counted,
  q.grade, q.child_group, q.theme,
  q.team
from quality_item q
join period p on q.opened_date between p.period_start and p.period_end
where q.item_type = 'audit' and coalesce(q.child_group <> 'other', true)

/* measure
title: Education plans rated good or outstanding
asks: Are the plans any good?
catalogue: EDU-03
kind: proportion
at: period end
windows: [term, month]
population: Personal education plans completed this term and rated, of children in care on the last day of the period, short breaks excluded. A plan said to be not rated is left out
counted: Those rated good or outstanding
unknown: a plan was completed this term and no rating is given
good: high
slices: [standard, phase, school]
basis: The virtual school’s record of each term (education). A term’s figure tells of that term, from its last picture by the end of its months (autumn September to December, spring January to April, summer May to August); a month’s of the latest term by then
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, e.pep_quality in ('good', 'outstanding') as counted,
  e.phase, e.school_urn as school
from in_care_at s
join period p on p.period_end = s.period_end
join education_record e on e.child_id = s.child_id and e.told_from <= s.period_end and coalesce(e.told_to, date '9999-12-31') > s.period_end
  and (p.period_end - p.period_start <= 31 or e.opens_on between p.period_start and p.period_end)
where list_contains(e.gives, 'pep_quality') and coalesce(e.pep_quality <> 'not_rated', e.pep_date between e.term_from and e.as_at)

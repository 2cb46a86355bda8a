/* measure
title: Pupils at a school judged good or outstanding
asks: Is the school good?
catalogue: EDU-10
kind: proportion
at: period end
windows: [term, month]
population: Pupils in care on the last day of the period, short breaks excluded, whose row of the virtual school’s record gives an overall judgement of the school
counted: Those whose school was judged good or outstanding, by the grade in force on the day of the record
unknown: the school has no overall judgement, as those inspected since autumn 2024, or it is left blank, whatever the phase
good: high
slices: [standard, phase]
basis: The virtual school’s record of each term (education). A term’s figure tells of that term, from its last picture by the end of its months (autumn September to December, spring January to April, summer May to August); a month’s of the latest term by then. The number left out is given with the figure and grows, since Ofsted gives no overall grade any more
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, e.school_grade in ('good', 'outstanding') as counted, e.phase
from in_care_at s
join period p on p.period_end = s.period_end
join education_record e on e.child_id = s.child_id and e.told_from <= s.period_end and coalesce(e.told_to, date '9999-12-31') > s.period_end
  and (p.period_end - p.period_start <= 31 or e.opens_on between p.period_start and p.period_end)

/* measure
title: Pupils whose education plan was discussed at a meeting this term
asks: Was the plan reviewed this term?
catalogue: EDU-02
kind: proportion
at: period end
windows: [term, month]
population: Children in care on the last day of the period aged 3 and over, short breaks excluded
counted: Those with a meeting about their plan in the term, by the day of the record
unknown: the child has no row in the record, as one who came into care or turned 3 after its day
good: high
slices: [standard, phase]
basis: The virtual school’s record of each term (education). A term’s figure tells of that term, from its last picture by the end of its months (autumn September to December, spring January to April, summer May to August); a month’s of the latest term by then. A term is taken to begin as for plans completed this term (EDU-01)
national: Statutory guidance asks for a review each term; nothing is published
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, e.phase,
  case when e.child_id is not null then coalesce(e.pep_meeting_date between k.term_from and k.as_at, false) end as counted
from in_care_at s
join period p on p.period_end = s.period_end
join education_picture k on k.authority = s.authority and k.told_from <= s.period_end and coalesce(k.told_to, date '9999-12-31') > s.period_end
  and (p.period_end - p.period_start <= 31 or k.opens_on between p.period_start and p.period_end)
left join education_record e on e.child_id = s.child_id and e.academic_year = k.academic_year and e.term = k.term and e.as_at = k.as_at
where s.age >= 3 and list_contains(k.gives, 'pep_meeting_date')

/* measure
title: Pupils with a personal education plan from the last 12 months
asks: Does each pupil have an education plan, if not this term’s?
catalogue: EDU-01:within_12_months
kind: proportion
at: period end
windows: [term, month]
population: Children in care on the last day of the period aged 3 and over, short breaks excluded
counted: Those whose latest plan was completed no longer than 12 months before the day of the record, the same day a year before included
unknown: the child has no row in the record, as one who came into care or turned 3 after its day
good: high
slices: [standard, phase]
basis: The virtual school’s record of each term (education). A term’s figure tells of that term, from its last picture by the end of its months (autumn September to December, spring January to April, summer May to August); a month’s of the latest term by then
national: Statutory guidance asks for a plan each term; nothing is published. Beside the headline, which is of plans completed this term (EDU-01), and never in it
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, e.phase,
  case when e.child_id is not null then coalesce(within_months(e.pep_date, 12, k.as_at), false) end as counted
from in_care_at s
join period p on p.period_end = s.period_end
join education_picture k on k.authority = s.authority and k.told_from <= s.period_end and coalesce(k.told_to, date '9999-12-31') > s.period_end
  and (p.period_end - p.period_start <= 31 or k.opens_on between p.period_start and p.period_end)
left join education_record e on e.child_id = s.child_id and e.academic_year = k.academic_year and e.term = k.term and e.as_at = k.as_at
where s.age >= 3 and list_contains(k.gives, 'pep_date')

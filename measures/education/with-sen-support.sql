/* measure
title: Pupils with special educational needs support
asks: Who needs extra help?
catalogue: EDU-11:sen_support
kind: proportion
at: period end
windows: [month, term]
population: Children in care on the last day of the period, short breaks excluded, who are in the virtual school’s record of the latest term
counted: Those with special educational needs support and no education, health and care plan (K)
unknown: the provision is not given
unknown_is: not counted
good: neither
slices: [standard, phase]
sources: [in_care_at, education_record]
basis: The virtual school’s record of each term (education). A term’s figure tells of that term, from its last picture by the end of its months (autumn September to December, spring January to April, summer May to August); a month’s of the latest term by then
national: DfE special educational needs of children looked after for at least 12 months at 31 March; here every pupil in care
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, e.sen_provision = 'K' as counted, e.phase
from in_care_at s
join period p on p.period_end = s.period_end
join education_record e on e.child_id = s.child_id and e.told_from <= s.period_end and coalesce(e.told_to, date '9999-12-31') > s.period_end
  and (p.period_end - p.period_start <= 31 or e.opens_on between p.period_start and p.period_end)
where list_contains(e.gives, 'sen_provision')

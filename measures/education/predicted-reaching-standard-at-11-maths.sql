/* measure
title: Children in care predicted to reach the expected standard in maths at the end of key stage 2
asks: Do teachers think children will do maths as expected at 11?
catalogue: EDU-09:ks2_maths:predicted
kind: proportion
at: period end
windows: [month, academic year]
population: Children with a prediction of the academic year that the last day of the period lies in, and no result yet, who on 31 March of it, or on the last day that the returns held reach where that is earlier, had been in care for 12 months without a break, short breaks excluded
counted: Those predicted to reach the expected standard in maths at the end of key stage 2
unknown: the returns held do not reach the academic year
good: high
slices: [sex, ethnic_group]
basis: attainment.csv, what teachers predict (“predicted”). A result takes the place of the prediction, so that this is empty once the results are in
national: None; predictions are never compared with results, which are a measure of their own (EDU-09:ks2_maths)
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, a.child_id as subject, case when a.in_care_12_months then a.met end as counted, a.sex, a.ethnic_group
from attainment_result a
join period p on a.year_ending = year(p.period_end) + case when month(p.period_end) >= 9 then 1 else 0 end
where a.measure = 'ks2_maths' and a.predicted and a.in_care_12_months is not false

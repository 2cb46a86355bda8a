/* measure
title: Children in care predicted to reach the expected standard in reading at the end of key stage 1
asks: Do teachers think children will read as expected at 7?
catalogue: EDU-09:ks1_reading:predicted
kind: proportion
at: period end
windows: [month, academic year]
population: Children with a prediction of the academic year that the last day of the period lies in, and no result yet, who on 31 March of it, or on the last day that the returns held reach where that is earlier, had been in care for 12 months without a break, short breaks excluded
counted: Those predicted to reach the expected standard in reading at the end of key stage 1
unknown: the returns held do not reach the academic year
good: high
slices: [sex, ethnic_group]
not_measured_without: {results: ks1_reading, from: 2023-09-01}
basis: attainment.csv, what teachers predict (“predicted”). A result takes the place of the prediction, so that this is empty once the results are in
national: None; predictions are never compared with results, which are a measure of their own (EDU-09:ks1_reading)
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, a.child_id as subject, case when a.in_care_12_months then a.met end as counted, a.sex, a.ethnic_group
from attainment_result a
join period p on a.year_ending = year(p.period_end) + case when month(p.period_end) >= 9 then 1 else 0 end
where a.measure = 'ks1_reading' and a.predicted and a.in_care_12_months is not false

/* measure
title: Children in care reaching the expected standard in reading at the end of key stage 1
asks: Do children read as expected at 7?
catalogue: EDU-09:ks1_reading
kind: proportion
at: period end
windows: [academic year]
population: Children with a result of the academic year that ends with the period, who on 31 March of it had been in care for 12 months without a break, short breaks excluded
counted: Those who reached the expected standard in reading at the end of key stage 1; one who did not sit did not reach it
unknown: the returns held do not reach that 31 March
good: high
slices: [sex, ethnic_group]
not_measured_without: {results: ks1_reading, from: 2023-09-01}
basis: attainment.csv, results and never predictions, with SSDA903 episodes for who was in care
national: DfE outcomes of children looked after for at least 12 months at 31 March, key stage 1. Optional nationally since 2023/24, and no figure in a year without rows
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, a.child_id as subject, case when a.in_care_12_months then a.met end as counted, a.sex, a.ethnic_group
from attainment_result a
join period p on a.year_ending = year(p.period_end)
where a.measure = 'ks1_reading' and not a.predicted and a.in_care_12_months is not false

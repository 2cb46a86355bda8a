/* measure
title: Age and sex of children in care
asks: Who are the children in care?
catalogue: NUM-09
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: All of them, by age band and sex
unknown: date of birth not known
good: neither
slices: [standard]
mix: [age_band, sex]
sources: [in_care_at]
basis: SSDA903 header and episodes
national: DfE age bands (under 1, 1 to 4, 5 to 9, 10 to 15, 16 and over) and sex at 31 March
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, case when age is not null then true end as counted
from in_care_at

/* measure
title: Average caseload
asks: How many children for each social worker?
catalogue: WRK-02
kind: ratio
unit: cases
at: period end
windows: [month]
good: low
numerator: cases-of-social-workers
denominator: social-workers-holding-cases
basis: The council’s own picture of caseloads at the month end (workers), the latest one by the day; without it the standard dataset’s count at the last 30 September (ssd_professionals), which the breakdown “counted_at” shows and which has no monthly trend
national: DfE children’s social work workforce census, average caseload at 30 September of the whole service
revisions: [{on: 2026-11-27, what: First version}]
*/

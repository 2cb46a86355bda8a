/* measure
title: Social workers with caseloads of 15 to 20
asks: Are workloads sensible?
catalogue: WRK-01
kind: ratio
unit: '%'
at: period end
windows: [month]
good: high
numerator: social-workers-with-15-to-20-cases
denominator: social-workers-holding-cases
basis: The council’s own picture of caseloads at the month end (workers), the latest one by the day; without it the standard dataset’s count at the last 30 September (ssd_professionals), which the breakdown “counted_at” shows and which has no monthly trend
national: 'None: DfE publishes the average caseload only. Full-time equivalents are shared, not people: two half-time workers are one'
revisions: [{on: 2026-11-27, what: First version}]
*/

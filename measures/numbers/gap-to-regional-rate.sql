/* measure
title: Gap between our rate of children in care and the regional rate
asks: How far above the region are we?
catalogue: NUM-03
kind: gap
at: period end
windows: [month]
good: low
unit: children for every 10,000
of: rate-of-children-in-care
against: region
sources: [in_care_at, population, benchmarks]
basis: Our rate, and the regional rate that DfE publishes
national: 'None: our rate on the day less the latest regional rate published by then, which is of an earlier 31 March'
revisions: [{on: 2026-11-27, what: First version}]
*/

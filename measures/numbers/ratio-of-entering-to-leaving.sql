/* measure
title: Children entering care for each child who leaves
asks: For each child who leaves care, how many come in?
catalogue: NUM-07
kind: ratio
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
good: low
numerator: children-starting
denominator: children-ceasing
places: 2
sources: [Episodes]
basis: SSDA903 episodes
national: 'None: worked out from the starts and ends that DfE publishes. Every start and end counts; with no end there is no ratio'
revisions: [{on: 2026-11-27, what: First version}]
*/

/* measure
title: Change in the average caseload since the month before
asks: Are caseloads coming down?
catalogue: WRK-02:change
kind: gap
unit: cases
at: period end
windows: [month]
good: low
of: average-caseload
against: prior month
sources: [workers]
basis: The council’s own pictures of caseloads at two month ends (workers); the standard dataset counts once a year, so it has none
national: 'None: a difference of two of our own averages'
revisions: [{on: 2026-11-27, what: First version}]
*/

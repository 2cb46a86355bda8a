/* measure
title: Placement breakdowns of care leavers in the last 12 months
asks: How often does a care leaver's placement break down?
catalogue: STB-04:care_leavers
kind: ratio
at: within period
windows: [rolling 12 months]
good: low
unit: '%'
places: 1
numerator: care-leaver-placement-breakdowns
denominator: care-leavers-in-placements
basis: placements.csv; for each care leaver with a placement in the file on the last day. Never added to the rate of children in care, whose placements the return has and whose file is another
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/

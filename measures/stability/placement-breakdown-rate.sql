/* measure
title: Placement breakdowns in the last 12 months
asks: How often does a placement break down?
catalogue: STB-04
kind: ratio
at: within period
windows: [rolling 12 months]
good: low
unit: '%'
places: 1
numerator: placement-breakdowns
denominator: children-in-care
basis: SSDA903 episodes
national: None; placements that broke down in 12 months for each child in care at the end of them. Care leavers are their own part, where placements.csv is given
revisions: [{on: 2026-11-27, what: First version}]
*/

/* measure
title: Growth in children in care since a year ago
asks: Does money keep pace with the number of children?
catalogue: FIN-03
kind: ratio
at: period end
windows: [month]
good: neither
unit: '%'
places: 1
numerator: change-on-last-year
denominator: children-in-care-a-year-ago
basis: SSDA903 episodes, the same day of two years. Stands beside the growth in the budget for children in care (FIN-03:budget); the two are never one series
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/

/* measure
title: Growth in the budget for children in care, to set beside the growth in children
asks: Does money keep pace with the number of children?
catalogue: FIN-03:budget
kind: ratio
at: period end
windows: [year to date, year, month]
good: neither
unit: '%'
places: 1
numerator: change-in-children-in-care-budget
denominator: children-in-care-budget-last-year
basis: budget.csv, the first picture of each of two financial years, net budget only
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/

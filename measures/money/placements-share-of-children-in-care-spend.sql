/* measure
title: Share of projected spend on children in care that goes on placements
asks: How much of the money for children in care goes on placements?
catalogue: FIN-04:of_children_in_care
kind: ratio
at: period end
windows: [year to date, year, month]
good: neither
unit: '%'
places: 1
numerator: projected-placement-spend
denominator: children-in-care-projected-spend
basis: budget.csv, projected spend of the latest picture of the financial year by the day
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/

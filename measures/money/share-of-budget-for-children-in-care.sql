/* measure
title: Share of the children's services budget for children in care
asks: How much of the money goes on care?
catalogue: FIN-01:budget
kind: ratio
at: period end
windows: [year to date, year, month]
good: low
unit: '%'
places: 1
numerator: children-in-care-budget
denominator: childrens-services-budget
basis: budget.csv, net budget for children in care over net budget for all children's services, of the latest picture of the financial year by the day. Projections are a measure of their own; the two are never one series
national: None; section 251 lines are another basis
revisions: [{on: 2026-11-27, what: First version}]
*/

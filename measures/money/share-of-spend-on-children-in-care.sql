/* measure
title: Share of children's services spend projected for children in care
asks: How much of the money goes on care?
catalogue: FIN-01
kind: ratio
at: period end
windows: [year to date, year, month]
good: low
unit: '%'
places: 1
numerator: children-in-care-projected-spend
denominator: childrens-services-projected-spend
basis: budget.csv, projected spend for children in care over projected spend for all children's services, of the latest picture of the financial year by the day. Budgets are a measure of their own; the two are never one series
national: None; section 251 lines are another basis
revisions: [{on: 2026-11-27, what: First version}]
*/

/* measure
title: Share of projected placement spend by type of placement
asks: Where will placement money go this year?
catalogue: FIN-04:projected:percent
kind: ratio
at: period end
windows: [year to date, year, month]
good: neither
unit: '%'
places: 1
numerator: projected-placement-spend
denominator: projected-placement-spend
mix: cost_group
basis: budget.csv, projected spend of the lines for placements in the latest picture of the financial year by the day. Shares of prices actually paid are another measure (FIN-04:percent)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/

/* measure
title: Share of placement spend by type of placement
asks: Where does placement money go?
catalogue: FIN-04:percent
kind: ratio
at: within period
windows: [year to date, rolling 12 months, year, month, quarter]
good: neither
unit: '%'
places: 1
numerator: placement-spend
denominator: placement-spend
mix: [cost_group, provider, child_group]
basis: placements.csv; pounds borne by children's services after what others pay (weekly_contribution is not in it); a price of 0 is a price. Each day from the first of a price to the day before its end costs a seventh of the week's price. Shares of all that is priced, so that they add up to 100%; shares of budget lines are another measure (FIN-04:projected:percent)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/

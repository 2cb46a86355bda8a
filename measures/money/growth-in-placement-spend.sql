/* measure
title: Growth in placement spend since a year ago
asks: Is placement spend growing?
catalogue: FIN-04:growth
kind: ratio
at: within period
windows: [year to date, rolling 12 months, year, month, quarter]
good: low
unit: '%'
places: 1
numerator: change-in-placement-spend
denominator: placement-spend-a-year-ago
basis: placements.csv; pounds borne by children's services after what others pay (weekly_contribution is not in it); a price of 0 is a price. Each day from the first of a price to the day before its end costs a seventh of the week's price. The same days of two years
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/

/* measure
title: Average weekly cost of a placement
asks: What does a week cost?
catalogue: FIN-06
kind: ratio
at: within period
windows: [month, year, year to date, rolling 12 months, quarter]
good: low
unit: '£'
places: 0
numerator: placement-cost
denominator: placement-weeks
basis: placements.csv; pounds borne by children's services after what others pay (weekly_contribution is not in it); a price of 0 is a price. Each day from the first of a price to the day before its end costs a seventh of the week's price; else the rate card (unit_costs.csv) at the placements of the return, which the breakdown price_from calls rate_card. Cost over weeks of what is priced, pounds a week
national: Section 251 and LAIT weekly unit costs, from spend and days of a year on another basis
revisions: [{on: 2026-11-27, what: First version}]
*/

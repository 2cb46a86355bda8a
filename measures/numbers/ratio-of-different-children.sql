/* measure
title: Different children entering care for each one who leaves
asks: For each different child who leaves care, how many come in?
catalogue: NUM-07:children
kind: ratio
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
good: low
numerator: different-children-starting
denominator: different-children-ceasing
sources: [Episodes]
basis: SSDA903 episodes
national: 'None: worked out from DfE''s counts of different children, first start and last end of each'
revisions: [{on: 2026-11-27, what: First version}]
*/

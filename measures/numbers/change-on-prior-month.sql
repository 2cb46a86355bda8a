/* measure
title: Change in children in care since the month before
asks: Is the number lower than a month ago?
catalogue: NUM-06:prior_month
kind: gap
at: period end
windows: [month]
good: low
unit: children
places: 0
of: children-in-care
against: prior month
sources: [in_care_at]
basis: SSDA903 episodes
national: 'None: a difference of two of our own counts'
revisions: [{on: 2026-11-27, what: First version}]
*/

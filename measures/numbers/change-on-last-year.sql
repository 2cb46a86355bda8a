/* measure
title: Change in children in care since the same month last year
asks: Is the number lower than a year ago?
catalogue: NUM-06
kind: gap
at: period end
windows: [month]
good: low
unit: children
places: 0
of: children-in-care
against: same month last year
sources: [in_care_at]
basis: SSDA903 episodes
national: 'None: a difference of two of our own counts'
revisions: [{on: 2026-11-27, what: First version}]
*/

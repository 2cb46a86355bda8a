/* measure
title: Change in children in care since the peak
asks: Has the number come down from its peak?
catalogue: NUM-06:peak
kind: gap
at: period end
windows: [month]
good: low
unit: children
places: 0
of: children-in-care
against: peak
sources: [in_care_at]
basis: SSDA903 episodes
national: 'None: a difference of two of our own counts. The peak is the highest month end held, this one included'
revisions: [{on: 2026-11-27, what: First version}]
*/

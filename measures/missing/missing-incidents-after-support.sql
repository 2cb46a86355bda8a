/* measure
title: Change in missing incidents after support
asks: Did support help?
catalogue: MIS-04
kind: ratio
at: period end
windows: [month]
good: low
unit: '%'
places: 1
numerator: change-in-missing-incidents-after-support
denominator: missing-incidents-before-support
basis: support.csv, and the missing incidents of the SSDA903 by the day they began. Of a child who was not in care then the return has none, so support at home looks worse than it is
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/

/* measure
title: Ethnic groups in care compared with the school population
asks: By how much is each ethnic group over- or under-represented in care?
catalogue: NUM-10:difference
kind: gap
at: period end
windows: [month]
good: neither
of: ethnicity-of-children-in-care
against: another measure
than: ethnicity-of-school-population
basis: The share of children in care in each ethnic group less its share of pupils; both of those whose group is known
national: None; pupils are 4 to 18 and include children in care, who are 0 to 17
not_compared: A difference of our own two shares
revisions: [{on: 2026-11-27, what: First version}]
*/

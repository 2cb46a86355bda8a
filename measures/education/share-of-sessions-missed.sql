/* measure
title: School sessions lost to absence
asks: How much school is missed?
catalogue: EDU-04
kind: ratio
unit: '%'
places: 1
at: within period
windows: [term, academic year]
good: low
numerator: sessions-missed
denominator: sessions-possible
basis: The virtual school’s record of each term (education), the last picture of each by the end of the period, and SSDA903 episodes for who was in care. A year adds its three terms, each with the pupils who had been in care for 12 months on its day; a year of which not all three terms are held is not known. A session is half a day
national: DfE absence of children looked after for at least 12 months at 31 March, over five or six half terms; here 12 months on the day of each term’s record
revisions: [{on: 2026-11-27, what: First version}]
*/

/* measure
title: Young people supported in fragile placements
asks: How many in fragile placements got help?
catalogue: FUT-03:fragile
kind: count
at: within period
windows: [month, rolling 12 months, rolling 3 months, quarter, year to date, year]
population: Children supported in the period by any kind of help, each once. Supported from the first session to the day before the end; a spell that ends the day it starts is left out
counted: Those whose placement was judged fragile when the help was asked for
good: neither
slices: [age_band, sex]
basis: support.csv
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id as subject, bool_or(s.fragile_placement) as counted,
  age_band(age_on(max(s.date_of_birth), p.period_end)) as age_band, max(s.sex) as sex
from support_referral s
join period p on s.start_date <= p.period_end
  and (s.end_date is null or (s.end_date > p.period_start and s.end_date > s.start_date))
group by p.period_end, s.child_id

/* measure
title: Young people supported who have had a life coach
asks: How many had a life coach?
catalogue: FUT-05:life_coach
kind: proportion
at: period end
windows: [month]
population: Children supported up to the last day of the period by any kind of help, each once, whether or not the help has ended; help that ends the day it starts is left out
counted: Those with a life coach
good: neither
slices: [sex]
basis: support.csv, from its first row to the last day of the period
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id as subject, bool_or(s.support_type = 'life_coach') as counted, max(s.sex) as sex
from support_referral s
join period p on s.start_date <= p.period_end and coalesce(s.end_date, date '9999-12-31') > s.start_date
group by p.period_end, s.child_id

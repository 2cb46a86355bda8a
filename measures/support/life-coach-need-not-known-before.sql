/* measure
title: Young people with a life coach whose need had not been known
asks: What needs were found that nobody knew of?
catalogue: FUT-05:no_earlier_need
kind: proportion
at: period end
windows: [month]
population: Children with a life coach up to the last day of the period, each once, whether or not it has ended; help that ends the day it starts is left out. Nobody, where the file never says whether the need had been known
counted: Those whose need had not been identified before, by any of their rows
unknown: whether the need had been identified before is blank in all of the child's rows
unknown_is: not counted
good: neither
slices: [sex]
basis: support.csv, from its first row to the last day of the period
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- A column that is blank throughout tells nothing of anyone (local-extracts.md 1.5).
with coached as (select * from support_referral where support_type = 'life_coach'),
silent as (select authority from coached group by authority having count(need_known_before) = 0)
select p.period_end, s.child_id as subject, bool_or(not s.need_known_before) as counted, max(s.sex) as sex
from coached s
join period p on s.start_date <= p.period_end and coalesce(s.end_date, date '9999-12-31') > s.start_date
where s.authority not in (from silent)
group by p.period_end, s.child_id

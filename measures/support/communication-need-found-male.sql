/* measure
title: Young people with an undiagnosed communication need who are male
asks: Are they mostly boys?
catalogue: FUT-05:communication_male
kind: proportion
at: period end
windows: [month]
population: Children for whom speech and language support that began by the last day of the period found a need that had not been identified before, each once; help that ends the day it starts is left out
counted: Those who are male
unknown: sex not known
unknown_is: not counted
good: neither
basis: support.csv, with the sex that the return gives where it knows the child
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id as subject, case max(s.sex) when 'male' then true when 'female' then false end as counted
from support_referral s
join period p on s.start_date <= p.period_end and coalesce(s.end_date, date '9999-12-31') > s.start_date
where s.support_type = 'speech_language' and s.need_found and not s.need_known_before
group by p.period_end, s.child_id

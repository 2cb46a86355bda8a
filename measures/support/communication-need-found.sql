/* measure
title: Young people supported who were found to have an undiagnosed communication need
asks: How many had a communication need that nobody knew of?
catalogue: FUT-05:communication
kind: proportion
at: period end
windows: [month]
population: Children supported up to the last day of the period by any kind of help, each once, whether or not the help has ended; help that ends the day it starts is left out. Nobody, where the file's speech and language rows never say what was found or never whether it was known
counted: Those for whom speech and language support found a need that had not been identified before
unknown: a speech and language row that does not say whether a need was found, or whether it had been known
unknown_is: not counted
good: neither
slices: [sex]
basis: support.csv, from its first row to the last day of the period; the share is of all young people supported, not of those assessed
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- A column that is blank throughout tells nothing of anyone (local-extracts.md 1.5).
with silent as (
  select authority from support_referral where support_type = 'speech_language'
  group by authority having count(need_found) = 0 or count(need_known_before) = 0
)
select p.period_end, s.child_id as subject,
  case when bool_or(s.support_type = 'speech_language' and s.need_found and not s.need_known_before) then true
       when bool_or(s.support_type = 'speech_language' and s.need_found is distinct from false and s.need_known_before is distinct from true) then null
       else false end as counted, max(s.sex) as sex
from support_referral s
join period p on s.start_date <= p.period_end and coalesce(s.end_date, date '9999-12-31') > s.start_date
where s.authority not in (from silent)
group by p.period_end, s.child_id

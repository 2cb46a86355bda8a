/* measure
title: Weeks waited for mental health support
asks: How soon do children get help with their mental health?
catalogue: HLT-09:weeks
kind: average
at: within period
windows: [quarter, month, rolling 3 months, rolling 12 months, year to date, year]
population: Referrals of children for mental health support made in the period, those that the service refused left out
counted: Those whose support has begun, however long after the period as the file has it; the mean of the days from the referral to the first session, divided by 7
unknown: the first session of those still waiting; the mean is of those who have started, so it is too short while many wait
unit: weeks
places: 1
good: low
basis: support.csv. A start before the referral counts as no wait
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id, s.support_id as subject, s.authority,
  case when s.start_date is not null then true end as counted,
  greatest(s.start_date - s.referral_date, 0) / 7 as amount
from support_referral s
join period p on s.referral_date between p.period_start and p.period_end
where s.support_type = 'mental_health' and (s.start_date is not null or s.accepted is distinct from false)

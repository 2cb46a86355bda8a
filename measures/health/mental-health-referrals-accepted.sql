/* measure
title: Referrals accepted for mental health support
asks: Do children who need help with their mental health get it?
catalogue: HLT-09
kind: count
at: within period
windows: [quarter, month, rolling 3 months, rolling 12 months, year to date, year]
population: Referrals of children for mental health support made in the period; a child referred twice is two referrals
counted: Those that the service accepted
unknown: the decision, where none has been made yet
good: high
slices: [sdq_band]
sources: [support_referral]
basis: support.csv; cut by sdq_band, the child's latest difficulties score of the return's yearly health table
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The latest difficulties score of a return up to the end of the period (SDQ bands: 0 to 13, 14 to 16, 17 and over; HLT-06).
with scored as (
  select p.period_end, h.child_id, arg_max(h.sdq_score, h.year_end) as score
  from health_check h join period p on h.year_end <= p.period_end
  where h.sdq_score is not null group by all
)
select p.period_end, s.child_id, s.support_id as subject, s.accepted as counted, s.authority,
  coalesce(sdq_band(h.score), 'not_known') as sdq_band
from support_referral s
join period p on s.referral_date between p.period_start and p.period_end
left join scored h on h.child_id = s.child_id and h.period_end = p.period_end
where s.support_type = 'mental_health'

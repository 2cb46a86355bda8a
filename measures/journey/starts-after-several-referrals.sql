/* measure
title: Children starting to be looked after who had been referred more than once
asks: How many children were referred again and again before they came into care?
catalogue: JRN-03
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Those of a child with two or more referrals up to the first day of care, the one that led to care included
unknown: without the dataset, list 3 has no row of the child up to the start, or its row does not say how many
good: low
slices: [standard]
sources: [start_of_care, referral]
basis: "SSDA903 episodes, and referrals of the standard dataset (ssd_cin_episodes), all up to the first day of care, the one that led to it included; without it the number in the last 12 months that Annex A list 3 gives"
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- All up to the start, the one that led to care included. List 3 says with each how many there had been in 12 months; a child with no row in it
-- may have been referred before the list begins.
with started as (
  select p.period_end, s.child_id, s.period_no, s.day, u.source
  from start_of_care s
  join period p on s.day between p.period_start and p.period_end
  join source_at u on u.relation = 'referral' and u.authority = s.authority and u.period_end = p.period_end
),
referred as (
  select s.period_end, s.child_id, s.period_no,
    case when s.source = 'annex_a_list_3' then arg_max_null(r.in_12_months, (r.day, r.line)) filter (r.child_id is not null)
         else count(r.child_id) end as referrals
  from started s
  left join referral r on r.child_id = s.child_id and r.source = s.source and r.day <= s.day
  group by s.period_end, s.child_id, s.period_no, s.source
)

select period_end, child_id, child_id || '.' || period_no as subject, referrals >= 2 as counted
from referred

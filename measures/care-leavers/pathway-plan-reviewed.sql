/* measure
title: Pathway plans reviewed in the last 6 months
asks: Is each pathway plan up to date?
catalogue: CL-03
kind: proportion
at: period end
windows: [month]
population: Care leavers (relevant and former relevant) aged 17 to 21, and eligible young people still in care, on the last day of the period, without those who died or went home to parents for 6 months or more
counted: Those with a pathway plan or review dated in the 6 months to the last day of the period; none recorded is none
unknown: the category, or for a care leaver the date of birth, is not known
unknown_is: not counted
good: high
slices: [age_group, age, sex, ethnic_group, eligibility, uasc, team]
basis: "Annex A list 9, else care leavers of the standard dataset (ssd_care_leavers): the latest picture by the day, no more than 31 days old"
national: None; The Care Leavers (England) Regulations 2010, a review at least every 6 months
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, case when l.eligibility = 'eligible' or (l.eligibility is not null and b.date_of_birth is not null) then coalesce(l.pathway_plan_on <= p.period_end and not longer_than_months(l.pathway_plan_on, 6, p.period_end), false) end as counted,
  age_on(b.date_of_birth, p.period_end) as age, leaver_age_group(age) as age_group,
  b.sex, b.ethnic_group, l.eligibility, l.uasc, l.team
from care_leaver l
join period p on l.as_at <= p.period_end and (l.next_as_at is null or l.next_as_at > p.period_end)
join source_at u on u.relation = 'care_leaver' and u.authority = l.authority and u.period_end = p.period_end and u.source = l.source
join person b on b.child_id = l.child_id
where l.in_scope and (coalesce(l.eligibility = 'eligible', true) or (l.eligibility in ('relevant', 'former_relevant') and coalesce(age_on(b.date_of_birth, p.period_end) between 17 and 21, true)))

/* measure
title: Care leavers whose activity is not known on the day
asks: Of how many care leavers do we not know what they are doing now?
catalogue: CL-06:not_known:now
kind: count
at: period end
windows: [month]
population: Care leavers (relevant and former relevant) aged 17 to 21 on the last day of the period, without those who died or went home to parents for 6 months or more
counted: Those of whom no activity is given
unknown: the category or the date of birth is not known
good: low
slices: [age_group, age, sex, ethnic_group, eligibility, uasc, team, accommodation]
basis: "Annex A list 9, else care leavers of the standard dataset (ssd_care_leavers): the latest picture by the day, no more than 31 days old"
national: DfE publishes the position near the birthday (OC3), which stands beside this and is never merged with it; this is everyone on the list on one day
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, case when l.eligibility is not null and b.date_of_birth is not null then l.activity is null end as counted,
  age_on(b.date_of_birth, p.period_end) as age, leaver_age_group(age) as age_group,
  b.sex, b.ethnic_group, l.eligibility, l.uasc, l.team, l.accommodation
from care_leaver l
join period p on l.as_at <= p.period_end and (l.next_as_at is null or l.next_as_at > p.period_end)
join source_at u on u.relation = 'care_leaver' and u.authority = l.authority and u.period_end = p.period_end and u.source = l.source
join person b on b.child_id = l.child_id
where l.in_scope and leaver_reported_on(l.eligibility, age_on(b.date_of_birth, p.period_end))

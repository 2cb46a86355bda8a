/* measure
title: Care leavers of every category up to 24
asks: How many young people are on our list, by category?
catalogue: CL-01:every_category
kind: count
at: period end
windows: [month]
population: Young people on the list aged 16 to 24 on the last day of the period, eligible, relevant, former relevant and qualifying, without those who died or went home to parents for 6 months or more
counted: Everyone of whom the category and the date of birth are known
unknown: the category or the date of birth is not known
good: neither
slices: [age_group, age, sex, ethnic_group, eligibility, uasc, team]
basis: "Annex A list 9, else care leavers of the standard dataset (ssd_care_leavers): the latest picture by the day, no more than 31 days old"
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, case when l.eligibility is not null and b.date_of_birth is not null then true end as counted,
  age_on(b.date_of_birth, p.period_end) as age, leaver_age_group(age) as age_group,
  b.sex, b.ethnic_group, l.eligibility, l.uasc, l.team
from care_leaver l
join period p on l.as_at <= p.period_end and (l.next_as_at is null or l.next_as_at > p.period_end)
join source_at u on u.relation = 'care_leaver' and u.authority = l.authority and u.period_end = p.period_end and u.source = l.source
join person b on b.child_id = l.child_id
where l.in_scope and coalesce(l.eligibility <> 'none', true) and coalesce(age_on(b.date_of_birth, p.period_end) between 16 and 24, true)

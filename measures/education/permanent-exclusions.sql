/* measure
title: Permanent exclusions
asks: Was anyone permanently excluded?
catalogue: EDU-07
kind: total
unit: exclusions
places: 0
at: within period
windows: [academic year, term]
population: Pupils in care on the day of the record, short breaks excluded, however long, in any phase
counted: Every pupil, with the number of times permanently excluded in the period, less any overturned
unknown: the number is not given, or the returns held do not reach the day of the record, or not all terms of the year are held
good: low
slices: [phase, age_band, sex, ethnic_group]
basis: The virtual school’s record of each term (education), the last picture of each by the end of the period, and SSDA903 episodes for who was in care. A year adds its three terms; a year of which not all three are held is not known
national: DfE permanent exclusions of children looked after for at least 12 months at 31 March; here every pupil in care
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, e.child_id, e.child_id || ' ' || e.term as subject,
  case when e.in_care and e.perm_exclusions is not null and (e.whole_year or p.period_end - p.period_start < 150) then true end as counted,
  e.perm_exclusions::double as amount,
  e.phase, age_band(age_on(b.date_of_birth, e.as_at)) as age_band, b.sex, b.ethnic_group
from education_record e
join period p on e.opens_on between p.period_start and p.period_end and e.as_at <= p.period_end and coalesce(e.replaced_on, date '9999-12-31') > p.period_end
join person b on b.child_id = e.child_id
where e.in_care is not false and list_contains(e.gives, 'perm_exclusions')

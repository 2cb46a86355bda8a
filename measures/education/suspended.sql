/* measure
title: Pupils suspended
asks: How many were suspended?
catalogue: EDU-06
kind: proportion
at: within period
windows: [term, academic year]
population: Pupils in care for 12 months without a break on the day of the record, short breaks excluded, in any phase
counted: Those suspended at least once in the period
unknown: the number of suspensions is not given, or the returns held do not reach the day of the record, or not all terms of the year are held
unknown_is: not counted
good: low
slices: [phase, age_band, sex, ethnic_group]
basis: The virtual school’s record of each term (education), the last picture of each by the end of the period, and SSDA903 episodes for who was in care. A year adds its three terms, each with the pupils who had been in care for 12 months on its day; a year of which not all three terms are held is not known
national: DfE suspensions of children looked after for at least 12 months at 31 March; here 12 months on the day of each term’s record
revisions: [{on: 2026-11-27, what: First version}]
*/
with pupil as (
  select p.period_end, e.child_id, bool_or(e.suspensions > 0) as suspended, bool_and(e.suspensions is not null) as given,
    bool_and(e.in_care_12_months is not null and (e.whole_year or p.period_end - p.period_start < 150)) as told,
    max_by(e.phase, e.as_at) as phase, age_band(age_on(any_value(b.date_of_birth), max(e.as_at))) as age_band,
    any_value(b.sex) as sex, any_value(b.ethnic_group) as ethnic_group
  from education_record e
  join period p on e.opens_on between p.period_start and p.period_end and e.as_at <= p.period_end and coalesce(e.replaced_on, date '9999-12-31') > p.period_end
  join person b on b.child_id = e.child_id
  where e.in_care_12_months is not false and list_contains(e.gives, 'suspensions')
  group by p.period_end, e.child_id
)
select period_end, child_id as subject, case when suspended and told then true when given and told then false end as counted, phase, age_band, sex, ethnic_group
from pupil

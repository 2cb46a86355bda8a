/* measure
title: School sessions missed
asks: How much school is missed?
catalogue: EDU-04:missed
kind: total
unit: sessions
places: 0
at: within period
windows: [term, academic year]
population: Pupils in care for 12 months without a break on the day of the record, short breaks excluded, whose sessions are given or should be (primary, secondary, special and alternative)
counted: Every pupil’s sessions missed in the period, authorised or not
unknown: sessions are not given, or the returns held do not reach the day of the record, or not all terms of the year are held
good: low
slices: [phase, age_band, sex, ethnic_group]
basis: The virtual school’s record of each term (education), the last picture of each by the end of the period, and SSDA903 episodes for who was in care. A year adds its three terms, each with the pupils who had been in care for 12 months on its day; a year of which not all three terms are held is not known. A session is half a day
national: DfE absence of children looked after for at least 12 months at 31 March, over five or six half terms; here 12 months on the day of each term’s record
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, e.child_id, e.child_id || ' ' || e.term as subject, case when e.in_care_12_months and e.sessions_possible is not null and (e.whole_year or p.period_end - p.period_start < 150) then true end as counted, e.sessions_absent::double as amount,
  e.phase, age_band(age_on(b.date_of_birth, e.as_at)) as age_band, b.sex, b.ethnic_group
from education_record e
join period p on e.opens_on between p.period_start and p.period_end and e.as_at <= p.period_end and coalesce(e.replaced_on, date '9999-12-31') > p.period_end
join person b on b.child_id = e.child_id
where e.in_care_12_months is not false and (e.compulsory or e.sessions_possible is not null)

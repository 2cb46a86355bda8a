/* measure
title: Missing incidents
asks: How often did children go missing?
catalogue: MIS-01:incidents
kind: count
at: within period
windows: [month, quarter, year to date, rolling 3 months, rolling 6 months, rolling 12 months, year, between]
population: Incidents that began in the period, of children in care on any day of it, short breaks excluded
counted: Those in which the child was missing from care and nobody knew where they were (M), however short
unknown: an incident is in the return without its kind (M or A)
good: low
slices: [age_band, sex, ethnic_group]
sources: [Episodes, Missing]
basis: SSDA903 missing and episodes
national: DfE children who went missing, over children looked after at any time in the year; DfE warns against comparing authorities, some of which record every absence as missing
revisions: [{on: 2026-11-27, what: First version}]
*/
with looked_after as (
  select distinct p.period_start, p.period_end, c.child_id, b.sex, b.ethnic_group, age_band(age_on(b.date_of_birth, p.period_end)) as age_band
  from care_run c
  join person b on b.child_id = c.child_id
  join period p on in_care_within(c.start_date, c.end_date, b.date_of_birth, p.period_start, p.period_end)
)
select l.period_end, m.child_id, m.child_id || ' ' || m.start_date || ' ' || row_number() over (partition by l.period_end, m.child_id, m.start_date order by m.end_date, m.line) as subject,
  case m.kind when 'missing' then true when 'not_known' then null else false end as counted, l.age_band, l.sex, l.ethnic_group
from missing_incident m
join looked_after l on l.child_id = m.child_id and m.start_date between l.period_start and l.period_end

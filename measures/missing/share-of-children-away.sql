/* measure
title: Share of children away without permission
asks: Out of all the children we looked after, how many were away without permission?
catalogue: MIS-02:percent
kind: proportion
at: within period
windows: [rolling 12 months, month, quarter, year to date, rolling 3 months, rolling 6 months, year, between]
population: Children in care on any day of the period, short breaks excluded
counted: Those with at least one incident in which they were away from their placement without permission, though it was known where they were (A), that began in the period, however short
unknown: an incident is in the return without its kind (M or A)
unknown_is: left out
good: low
slices: [age_band, sex, ethnic_group]
sources: [Episodes, Missing]
basis: SSDA903 missing and episodes
national: DfE children away from placement without authorisation, published apart from missing; DfE warns against comparing authorities, some of which record every absence as missing
revisions: [{on: 2026-11-27, what: First version}]
*/
with looked_after as (
  select distinct p.period_start, p.period_end, c.child_id, b.sex, b.ethnic_group, age_band(age_on(b.date_of_birth, p.period_end)) as age_band
  from care_run c
  join person b on b.child_id = c.child_id
  join period p on in_care_within(c.start_date, c.end_date, b.date_of_birth, p.period_start, p.period_end)
),
incidents as (
  select p.period_end, m.child_id, count(*) filter (m.kind = 'away') as of_kind, count(*) filter (m.kind = 'not_known') as of_no_kind
  from missing_incident m join period p on m.start_date between p.period_start and p.period_end
  group by all
)
select l.period_end, l.child_id as subject, case when i.of_kind > 0 then true when i.of_no_kind > 0 then null else false end as counted, l.age_band, l.sex, l.ethnic_group
from looked_after l
left join incidents i on i.child_id = l.child_id and i.period_end = l.period_end

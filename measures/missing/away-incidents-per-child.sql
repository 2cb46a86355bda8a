/* measure
title: Times away for each child who was away without permission
asks: How often is a child who goes away without permission away?
catalogue: MIS-02:per_child
kind: average
unit: incidents
at: within period
windows: [rolling 12 months, month, quarter, year to date, rolling 3 months, rolling 6 months, year, between]
population: Children in care on any day of the period who were away without permission in it, short breaks excluded
counted: The mean number of their incidents that began in the period
unknown: the child has incidents in the period without a kind (M or A) and none with it
unknown_is: left out
good: low
slices: [age_band, sex, ethnic_group]
sources: [Episodes, Missing]
basis: SSDA903 missing and episodes
national: DfE mean number of incidents for each child away without authorisation; DfE warns against comparing authorities, some of which record every absence as missing
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
select l.period_end, l.child_id as subject, case when i.of_kind > 0 then true end as counted, i.of_kind as amount, l.age_band, l.sex, l.ethnic_group
from looked_after l
join incidents i on i.child_id = l.child_id and i.period_end = l.period_end
where i.of_kind + i.of_no_kind > 0

/* measure
title: Pupils of known ethnic group
asks: How many pupils go to school in our area, by ethnic group?
catalogue: NUM-10:pupils
kind: total
unit: pupils
places: 0
at: period end
windows: [month]
population: Ethnic groups of pupils in the school census of the latest January on or before the last day of the period, of those that are loaded
counted: Pupils of a known ethnic group
good: neither
slices: [ethnic_group]
sources: [population]
basis: population.csv, school population by ethnic group
national: DfE schools, pupils and their characteristics (school census); pupils whose group is not known are left out
not_compared: It is the published figure itself
revisions: [{on: 2026-11-27, what: First version}]
*/
-- Where a range of ages is given and narrower ones within it too, the range counts.
with census as (
  select p.period_end, n.area_code, max(n.year) as year
  from (select distinct period_end from period) p
  join reference.population n on n.population_type = 'school' and make_date(n.year, 1, 31) <= p.period_end
  group by all
)
select c.period_end, n.area_code as authority, n.ethnic_group || ' ' || n.age_from || ' to ' || n.age_to as subject, true as counted,
  n.persons as amount, n.ethnic_group
from census c
join reference.population n on n.area_code = c.area_code and n.year = c.year and n.population_type = 'school'
where n.ethnic_group not in ('all', 'unknown') and not exists (
  select 1 from reference.population w
  where w.area_code = n.area_code and w.year = n.year and w.population_type = 'school' and w.ethnic_group = n.ethnic_group
    and w.age_from <= n.age_from and w.age_to >= n.age_to and w.age_to - w.age_from > n.age_to - n.age_from)

-- Looked after for the whole year (ssda903.md section 6): an episode in the year, and none that began care after 1 April, ended it
-- before 31 March, or was a short break. Null where a day that decides it cannot be read. Every child in Episodes or OC2 is here.
create or replace temp table whole_year as
with episode as (
  select child, case when decom is null or unreadable(dec, dec_text) then null
                     else decom <= year_end() and until(dec, dec_text) > year_start() end as in_year,
    (rne = 'S' and decom > year_start()) or (rec <> 'X1' and dec < year_end()) or short_break(ls) as breaks_it
  from episodes
  where child is not null
)
select child, case when bool_or(in_year and breaks_it) then false when bool_or(in_year is null) then null else bool_or(in_year) end as whole_year
from episode
group by child
union all
select distinct child, false from oc2 anti join episodes using (child) where child is not null;

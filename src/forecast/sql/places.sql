-- Places held on $until: those of the latest picture of fostering places, 92 days old at most (local-extracts.md 3.10), and what households are approved for.
with picture as (
  select max(as_at) as as_at from foster_place where authority = $authority and as_at <= $until::date and as_at >= $until::date - 92
)
select 'place' as kind, place_status as status, p.as_at, sum(places)::integer as places, count(distinct household_id)::integer as households
from foster_place p join picture using (as_at)
where p.authority = $authority
group by all
union all
select 'approved', kind_of_carer, null, sum(approved_places)::integer, count(distinct household_id)::integer
from foster_household
where authority = $authority and start_date <= $until::date and (end_date is null or end_date > $until::date)
group by all
order by all

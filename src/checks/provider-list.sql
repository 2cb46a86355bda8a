-- Ofsted's lists as rules read them: a provider once, by its URN.
-- Sheets of addresses say where a provider is, not that it is registered: a URN that stands there alone is not listed.
with listed as (
  select * from reference.provider where coalesce(list, '') <> 'addresses'
),
codes as (
  select urn,
    list_sort(list_distinct(flatten(list(string_split(place_codes, ',')) filter (where place_codes is not null)))) as place_codes,
    list_sort(list_distinct(flatten(list(string_split(provider_codes, ',')) filter (where provider_codes is not null)))) as provider_codes
  from listed
  group by urn
),
-- A provider that stands both among the open and the closed is open. The latest row speaks for it, as far as it says anything.
registered as (
  select urn,
    first(name order by coalesce(reg_end, date '9999-12-31') desc, name) filter (where name is not null) as name,
    case when bool_and(reg_end is not null) then max(reg_end) end as reg_end
  from listed
  group by urn
),
placed as (
  select urn,
    first(postcode order by list is not distinct from 'addresses', coalesce(reg_end, date '9999-12-31') desc, postcode) as postcode
  from reference.provider
  where postcode is not null
  group by urn
)
select r.urn, r.name, a.postcode, c.place_codes, c.provider_codes, r.reg_end, p.la_code as la
from registered r
join codes c using (urn)
left join placed a using (urn)
left join reference.postcode p on p.postcode = a.postcode

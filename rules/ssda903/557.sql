/* rule
code: "557"
says: Child for whom the decision was made that they should be placed for adoption has left care but was not adopted and information on the decision that they should no longer be placed for adoption items has not been completed.
fields: [DATE_PLACED_CEASED, REASON_PLACED_CEASED, PLACE, LS, REC]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
forms:
  - {from: 2024-25, what: freeing orders are no longer asked after}
*/
with left_care as (
  select id, child from episodes
  where child is not null and rec <> 'X1' and not adopted(rec)
    and (placed_for_adoption(place) or ls = 'E1' or (ls = 'D1' and collection_year() < 2025))
),
decisions as (
  select id, child, date_placed_ceased_text is null or reason_placed_ceased is null as not_ended from placed_adoption where child is not null
)
select id, true as fault from left_care
where child in (select child from decisions where not_ended) or child not in (select child from decisions)
union all
select id, true from decisions where not_ended and child in (select child from left_care)

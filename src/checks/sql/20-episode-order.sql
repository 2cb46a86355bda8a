-- Episodes of a child in the order in which they began, each with the one before and the one after: their days, their codes and the
-- placement. An episode whose start is not known stands beside none. `undated`: the child has several episodes, and the start of one
-- of them is not known, so that what stands beside what is not known.
create or replace temp macro in_order(episode_table) as table
with held as (
  select id, row, child, decom, decom_text, rne, ls, cin, place, place_provider, urn, home_post, pl_post, pl_la, pl_distance, pl_location,
    dec, dec_text, rec, reason_place_change,
    struct_pack(decom, decom_text, rne, ls, cin, place, place_provider, urn, pl_post, dec, dec_text, rec, reason_place_change) as episode
  from query_table(episode_table)
  where child is not null
),
undated_child as (
  select child from held
  where child in (select child from held where decom is null)
  group by child having count(*) > 1
),
ordered as (
  select * exclude episode, lag(episode) over by_start as prior, lead(episode) over by_start as next, row_number() over by_start as n
  from held
  window by_start as (partition by child, case when decom is null then id end order by decom, until(dec, dec_text), row)
)
select *, child in (from undated_child) as undated from ordered;

create or replace temp table episode_order as from in_order('episodes');
create or replace temp table episode_order_last as from in_order('episodes_last');

-- Two episodes are in one placement by type, provider, URN and postcode: `same_placement(e, e.prior)`. Two blank cells are the same.
create or replace temp macro same_placement(one, other) as
  one.place is not distinct from other.place and one.place_provider is not distinct from other.place_provider
    and one.urn is not distinct from other.urn and plain_postcode(one.pl_post) is not distinct from plain_postcode(other.pl_post);

-- The child's first episode of this year, where an episode was open at the end of last year: the one that began last, if it had no
-- end, which is in `last`. `unsure`: an episode of the child has no start that can be read, which may be the first, or the last.
create or replace temp table carried_over as
with left_open as (
  select child, undated or decom is null as unsure,
    struct_pack(decom, rne, ls, cin, place, place_provider, urn, pl_la, pl_distance, pl_location) as last
  from episode_order_last
  where next is null and dec_text is null
)
select id, child, decom, rne, ls, cin, place, place_provider, urn, pl_la, pl_distance, pl_location, last,
  undated or decom is null or unsure as unsure
from episode_order join left_open using (child)
where n = 1;

/* rule
code: "504"
says: The category of need code differs from that reported at start of current period of being looked after
fields: [CIN]
tables: [Episodes]
years: 2022-23 on
note: Every episode is held against the first of its period, as the message says, and not against the one before it.
*/
with linked as (
  select *, case when prior.rec is distinct from 'X1' then 'new' when prior.dec is null then 'not known' when prior.dec = decom then 'same' else 'new' end as period_is
  from episode_order
  where decom is not null
),
in_periods as (
  select *, count(*) filter (period_is = 'new') over (partition by child order by n) as period from linked
),
by_start as (
  select id, cin, undated, first_value(cin) over so_far as cin_at_start, bool_or(period_is = 'not known') over so_far as unsure
  from in_periods
  window so_far as (partition by child, period order by n)
),
differing as (
  select child from episodes group by child having min(cin) <> max(cin)
)
select id, case when unsure then null else true end as fault from by_start where cin is distinct from cin_at_start and not undated
union all
-- An episode without a start that can be read may be the first of any period.
select id, null from episode_order where undated and child in (from differing)

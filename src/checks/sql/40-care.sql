-- Periods of care: episodes of a child that follow one another without a day between. `ended` is far away where care goes on and
-- null where it cannot be read; `ended_before` is the end of the period before.
create or replace temp view care as
with joined as (
  select child, n, decom, until(dec, dec_text) as ended,
    coalesce(decom > max(until(dec, dec_text)) over (partition by child order by n rows between unbounded preceding and 1 preceding), true) as begins
  from episode_order
  where decom is not null
),
numbered as (
  select *, count(*) filter (begins) over (partition by child order by n) as period from joined
)
select child, min(decom) as began, case when bool_or(ended is null) then null else max(ended) end as ended,
  lag(max(ended)) over (partition by child order by min(decom)) as ended_before
from numbered
group by child, period;

-- How long a legal status that has a limit lasted: police protection (L1), emergency protection (L2), child assessment (L3) and
-- detention under PACE (J2). Episodes of the status that follow one another without a day between are one. `unsure`: a day of the
-- child's episodes of the status cannot be read.
create or replace temp view status_run as
with held as (
  select id, child, ls, decom, until_now(dec, dec_text) as ended
  from episodes
  where ls in ('L1', 'L2', 'L3', 'J2') and child is not null
),
joined as (
  select *, coalesce(decom > max(ended) over (partition by child, ls, decom is null order by decom, ended, id rows between unbounded preceding and 1 preceding), true) as begins
  from held
),
numbered as (
  select *, count(*) filter (begins) over (partition by child, ls, decom is null order by decom, ended, id) as run from joined
)
select id, ls, max(coalesce(ended, decom)) over of_run - min(decom) over of_run as days,
  bool_or(decom is null or ended is null) over (partition by child, ls) as unsure
from numbered
window of_run as (partition by child, ls, decom is null, run);

-- The decisions that a child should be placed for adoption beside each of the child's episodes. `too_late`: none had been made, or
-- none stood, when the episode began, and this one was made after it.
create or replace temp view decision_by_start as
with beside as (
  select e.id as episode, d.id as decision, date_placed <= decom as in_time,
    date_placed <= decom and until(date_placed_ceased, date_placed_ceased_text) >= decom as stood
  from episode_order e join placed_adoption d using (child)
)
select episode, decision,
  case when bool_or(stood) over of_episode then false when bool_or(stood is null) over of_episode then null else not in_time end as too_late
from beside
window of_episode as (partition by episode);

-- An order that frees a child for adoption (`status`: E1 or D1), and no decision; or, while it is in force, none that stands.
create or replace temp macro order_without_decision(status) as table
with granted as (
  select id, child, dec_text from episodes where ls = status and child is not null
),
decisions as (
  select id, child, date_placed_ceased_text is not null or reason_placed_ceased is not null as reversed
  from placed_adoption where child is not null
)
select id from granted where child not in (select child from decisions)
union all
select id from decisions
where reversed and child in (select child from granted where dec_text is null)
  and child not in (select child from decisions where not reversed);

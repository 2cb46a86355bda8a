/* measure
title: Young people on the edge of care who did not come into care
asks: Did support keep them at home?
catalogue: FUT-01
kind: proportion
at: within period
windows: [month, rolling 12 months, rolling 3 months, quarter, year to date, year]
population: Children supported in the period who were living at home and judged likely to come into care when the help was asked for. Supported from the first session to the day before the end; a spell that ends the day it starts is left out
counted: Those for whom no period of care, short breaks excluded, began from the first session to the earlier of the last day of the period and six months after the end of the help, that day included. With several spells of help in the period, none of them was followed by care
unknown: the first day of a period of care that the return does not hold, so that it may have begun before the help or after
good: high
slices: [age_band, sex]
basis: support.csv and SSDA903 episodes; the outcome that support.csv gives is shown, never used
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- Care that begins on the day of the first session, or on the day six months after the end, came of that help (local-extracts.md 3.2).
with supported as (
  select p.period_end, s.child_id, s.authority, s.start_date, s.sex, s.date_of_birth,
    least(p.period_end, coalesce(anniversary(s.end_date, 6), p.period_end)) as watched_until
  from support_referral s
  join period p on s.start_date <= p.period_end
    and (s.end_date is null or (s.end_date > p.period_start and s.end_date > s.start_date))
  where s.edge_of_care
)
select s.period_end, s.child_id as subject,
  case when bool_or(c.start_known) then false when count(c.child_id) > 0 then null else true end as counted,
  age_band(age_on(max(s.date_of_birth), s.period_end)) as age_band, max(s.sex) as sex
from supported s
left join period_of_care c on c.child_id = s.child_id and c.start_date between s.start_date and s.watched_until
group by s.period_end, s.child_id

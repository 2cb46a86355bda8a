/* rule
code: "357"
says: If this is the first episode ever for this child, reason for new episode must be S. Check whether there is an episode immediately preceding this one, which has been left out. If not the reason for new episode code must be amended to S.
fields: [RNE]
tables: [Episodes]
years: 2022-23 on
note: The first episode in the return, where it began in the year. One that began earlier was in an earlier return.
*/
select id, case when decom is null or undated then null else true end as fault
from episode_order
where n = 1 and rne is distinct from 'S' and coalesce(decom >= year_start(), true)

/* rule
code: "398"
says: Distance field completed but child looked after under legal status V3 or V4.
fields: [LS, HOME_POST, PL_POST]
tables: [Episodes]
years: 2022-23 on
note: Distance is worked out from postcodes, so that either of them stands for it.
*/
select id, true as fault
from episodes
where short_break(ls) and (home_post is not null or pl_post is not null)

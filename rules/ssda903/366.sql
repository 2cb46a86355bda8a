/* rule
code: "366"
says: A child cannot change placement during the course of an individual short-term respite break.
fields: [RNE]
tables: [Episodes]
years: 2022-23 on
note: Each break is an episode of its own, so that every episode under V3 begins with S.
*/
select id, true as fault
from episodes
where ls = 'V3' and rne is distinct from 'S'

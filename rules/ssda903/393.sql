/* rule
code: "393"
says: Child is looked after but mother field is not completed.
fields: [MOTHER]
tables: [Header, Episodes]
years: 2022-23 on
forms: [{from: 2024-25, what: "a girl is F, and not 2"}]
note: Girls with an episode other than a short break.
*/
select id, true as fault
from header h
where girl(sex) and mother is null
  and exists (select 1 from episodes e where e.child = h.child and not short_break(e.ls))

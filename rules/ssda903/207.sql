/* rule
code: "207"
says: Mother status for the current year disagrees with the mother status already recorded for this child.
fields: [MOTHER]
tables: [Header, Episodes]
last: [Header]
years: 2022-23 on
note: Someone who was a mother last year is one this year. Becoming one is no disagreement, and a child without an episode this year (a care leaver) is not asked.
*/
select h.id, true as fault
from header h join header_last l using (child)
where l.mother = '1' and h.mother is distinct from '1' and h.child in (select child from episodes)

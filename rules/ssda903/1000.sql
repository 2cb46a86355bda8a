/* rule
code: "1000"
says: This child is recorded as having died in care and therefore should not have the care leaver information completed.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [Episodes, OC3]
uses_last: [Episodes]
years: 2022-23 on
note: Episodes of this year and of last year are read; a death before that is not seen.
*/
select id, true as fault
from oc3
where child in (select child from episodes where rec = 'E2' union all select child from episodes_last where rec = 'E2')

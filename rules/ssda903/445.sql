/* rule
code: "445"
says: D1 is not a valid code for episodes starting after December 2005.
fields: [LS, DECOM]
tables: [Episodes]
years: 2022-23 to 2023-24
*/
select id, decom > date '2005-12-31' as fault
from episodes
where ls = 'D1'

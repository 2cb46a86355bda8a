/* rule
code: "446"
says: E1 is not a valid code for episodes starting before December 2005.
fields: [LS, DECOM]
tables: [Episodes]
years: 2022-23 on
*/
select id, decom < date '2005-12-01' as fault
from episodes
where ls = 'E1'

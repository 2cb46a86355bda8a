/* rule
code: "375"
says: Hospitalisation coded as a temporary placement exceeds six weeks.
fields: [DECOM, PLACE]
tables: [Episodes]
years: 2022-23 on
note: One that is open is asked too; the open validator passes over it.
*/
select id, until_now(dec, dec_text) - decom > 42 as fault
from episodes
where place = 'T1'

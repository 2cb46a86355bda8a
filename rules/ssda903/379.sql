/* rule
code: "379"
says: Temporary placements for unspecified reason (placement code T4) cannot exceed seven days.
fields: [DECOM, PLACE]
tables: [Episodes]
years: 2022-23 on
note: One that is open is asked too; the open validator passes over it.
*/
select id, until_now(dec, dec_text) - decom > 7 as fault
from episodes
where place = 'T4'

/* rule
code: "376"
says: Temporary placements coded as being due to holiday of usual foster carer(s) cannot exceed three weeks.
fields: [DECOM, PLACE]
tables: [Episodes]
years: 2022-23 on
note: One that is open is asked too; the open validator passes over it.
*/
select id, until_now(dec, dec_text) - decom > 21 as fault
from episodes
where place = 'T3'

/* rule
code: "169"
says: Local Authority (LA) of placement is not valid or is missing. Please check a valid postcode has been entered.
fields: [PL_POST]
tables: [Episodes]
years: 2022-23 on
needs: [postcodes]
note: "The area is worked out from the postcode: where that gives one it is valid, and where it gives none the postcode is at fault."
*/
select id, true as fault
from episodes
where pl_la is null and not short_break(ls)

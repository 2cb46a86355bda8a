/* rule
code: "179"
says: Placement location code is not a valid code.
fields: [PL_POST]
tables: [Episodes]
years: 2022-23 on
needs: [postcodes, authority]
note: "The location (in the area of the council or out of it) is worked out from the postcode: where that gives one it is valid, and where it gives none the postcode is at fault."
*/
select id, true as fault
from episodes
where pl_location is null and not short_break(ls)

/* rule
code: "217"
says: Children who are placed for adoption with current foster carers (placement types A3 or A5) must have a reason for new episode of S, T or U.
fields: [PLACE, DECOM, RNE]
tables: [Episodes]
years: 2022-23 on
note: Of episodes that began on or after 1 April 2015, when T and U came in.
*/
select id, decom >= date '2015-04-01' as fault
from episodes
where place in ('A3', 'A5') and coalesce(rne not in ('S', 'T', 'U'), true)

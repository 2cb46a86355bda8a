/* rule
code: "378"
says: A child who is placed with parent(s) cannot be looked after under a single period of accommodation under Section 20 of the Children Act 1989.
fields: [PLACE, LS]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where place = 'P1' and ls = 'V2'

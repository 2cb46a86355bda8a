/* rule
code: "377"
says: Only two temporary placements coded as being due to holiday of usual foster carer(s) are allowed in any 12- month period.
fields: [PLACE]
tables: [Episodes]
years: 2022-23 on
note: The 12 months are those of the collection year, which is all that one return can tell. All of a child's T3 are marked where there are three or more.
*/
select id, count(*) over (partition by child) > 2 as fault
from episodes
where place = 'T3' and child is not null

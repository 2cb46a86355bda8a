/* rule
code: "INT02"
says: "Internal Check: Child in PlacedAdoption does not exist in Header."
fields: [CHILD]
tables: [Header, PlacedAdoption]
years: 2022-23 on
*/
select id, true as fault
from placed_adoption anti join header using (child)
where child is not null

/* rule
code: "516"
says: The episode data submitted for this child does not show that he/she was with their former foster carer(s) during the year. If the code in the reason episode ceased is E45 or E46 the child must have a placement code of U1 to U6.
fields: [REC, PLACE]
tables: [Episodes]
years: 2022-23 on
note: The placement is that of the episode that ended, a temporary one included.
*/
select id, true as fault
from episodes
where rec in ('E45', 'E46') and not fostered(place)

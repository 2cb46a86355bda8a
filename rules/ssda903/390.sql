/* rule
code: "390"
says: Reason episode ceased is adopted but child has not been previously placed for adoption.
fields: [PLACE, REC]
tables: [Episodes]
years: 2022-23 on
note: The episode that ends in adoption must itself be a placement for adoption, A3 to A6.
*/
select id, true as fault
from episodes
where adopted(rec) and not placed_for_adoption(place)

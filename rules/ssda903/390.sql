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
where rec in ('E11', 'E12') and (place is null or place not in ('A3', 'A4', 'A5', 'A6'))

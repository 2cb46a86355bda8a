/* rule
code: "392d"
says: Home and placement postcodes should not be same unless the placement type is P1.
fields: [HOME_POST, PL_POST, PLACE]
tables: [Episodes]
years: 2022-23 on
note: Postcodes that differ only in their spaces are the same.
*/
select id, true as fault
from episodes
where plain_postcode(home_post) = plain_postcode(pl_post) and place is distinct from 'P1'

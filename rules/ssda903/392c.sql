/* rule
code: "392c"
says: Postcode(s) provided are invalid.
fields: [HOME_POST, PL_POST]
tables: [Episodes]
years: 2022-23 on
note: Judged by the form of a postcode, with or without its space. Whether the Post Office ever gave it out is not asked; the open validator looks it up.
*/
select id, true as fault
from episodes
where not regexp_full_match(plain_postcode(home_post), '[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}')
   or not regexp_full_match(plain_postcode(pl_post), '[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}')

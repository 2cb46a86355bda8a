/* rule
code: "166"
says: Date of review is invalid or blank.
fields: [REVIEW]
tables: [Reviews]
years: 2022-23 on
*/
select id, true as fault
from reviews
where review is null

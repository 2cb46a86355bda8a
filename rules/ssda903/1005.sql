/* rule
code: "1005"
says: The end date of the missing episode or episode that the child was away from placement without authorisation is not a valid date.
fields: [MIS_END]
tables: [Missing]
years: 2022-23 on
*/
select id, true as fault
from missing
where not_a_day(mis_end, mis_end_text)

/* rule
code: "1004"
says: The start date of the missing episode or episode that the child was away from placement without authorisation is not a valid date.
fields: [MIS_START]
tables: [Missing]
years: 2022-23 on
note: A blank is no valid date.
*/
select id, true as fault
from missing
where mis_start_text is null or not_a_day(mis_start, mis_start_text)

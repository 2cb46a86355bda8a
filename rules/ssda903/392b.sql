/* rule
code: "392b"
says: Child is looked after but no postcodes are recorded.
fields: [HOME_POST, PL_POST]
tables: [Episodes]
uses: [Header, UASC]
uses_last: [Header, UASC]
years: 2022-23 on
note: Either postcode. Short breaks are left out, and children who are or were unaccompanied asylum-seeking children in this year's return or last year's; one who was earlier is found all the same.
*/
with asylum as (select child from uasc_status where ever)
select id, true as fault
from episodes anti join asylum using (child)
where (home_post is null or pl_post is null) and not short_break(ls)

/* rule
code: "164"
says: Distance is not valid. Please check a valid postcode has been entered.
fields: [PL_POST]
tables: [Episodes]
uses: [Header, UASC]
uses_last: [Header, UASC]
years: 2022-23 on
needs: [postcodes]
note: What is given is judged; one worked out from postcodes is always valid, and none at all is rule 392a, so that this comes up only in a return that carries PL_DISTANCE. Whoever was an unaccompanied asylum-seeking child this year or last is left out, as are short breaks; who was one the year before that cannot be told.
*/
with asylum as (select child from uasc_status where ever)
select id, true as fault
from episodes anti join asylum using (child)
where (pl_distance < 0 or pl_distance > 999.9 or unreadable(pl_distance, pl_distance_text)) and not short_break(ls)

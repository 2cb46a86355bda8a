/* rule
code: "164"
says: Distance is not valid. Please check a valid postcode has been entered.
fields: [PL_POST]
tables: [Episodes]
uses: [Header, UASC]
uses_last: [Header, UASC]
years: 2022-23 on
needs: [postcodes]
note: Whoever was an unaccompanied asylum-seeking child this year or last is left out, as are short breaks; who was one the year before that cannot be told. A distance that is not known is not asked about here.
*/
with asylum as (select child from uasc_status where ever)
select id, true as fault
from episodes anti join asylum using (child)
where (pl_distance < 0 or pl_distance > 999.9) and not short_break(ls)

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
with asylum as (
  select child from header where uasc = '1'
  union all
  select child from header_last where uasc = '1'
  union all
  select child from uasc where coalesce(sex_text, dob_text, duc_text) is not null
  union all
  select child from uasc_last where coalesce(sex_text, dob_text, duc_text) is not null
)
select id, true as fault
from episodes
where (pl_distance < 0 or pl_distance > 999.9) and not short_break(ls)
  and not exists (select 1 from asylum where asylum.child = episodes.child)

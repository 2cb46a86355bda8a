/* rule
code: "SW04STG1"
says: Date social worker episode began is not a valid date.
fields: [SW_DECOM]
tables: [SWEpisodes]
years: 2023-24 on
note: A day, month or year that is not known, written ZZ, is taken; a blank is for the rule on what is not given.
*/
select id, true as fault
from sw_episodes
where unreadable(sw_decom, sw_decom_text)
  and not (contains(upper(sw_decom_text), 'Z') and regexp_matches(upper(sw_decom_text), '^(ZZ|0[1-9]|[12]\d|3[01])/(ZZ|0[1-9]|1[0-2])/(ZZZZ|\d{4})$'))

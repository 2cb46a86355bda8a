/* rule
code: "353"
says: No episode submitted can start before 14 October 1991.
fields: [DECOM]
tables: [Episodes]
years: 2022-23 on
note: A day before 1900, which elsewhere is read as none, is read here.
*/
select id, coalesce(decom, case when regexp_full_match(decom_text, '\d+/\d+/1\d{3}') then try_strptime(decom_text, '%d/%m/%Y')::date end) < date '1991-10-14' as fault
from episodes

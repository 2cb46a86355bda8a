/* rule
code: "205D"
says: Child identified as UASC this year but not identified as UASC status provided for the child last year.
fields: [UASC]
tables: [UASC]
last: [UASC]
uses: [Header]
uses_last: [Header]
years: 2022-23 on
note: A child who was in last year's return and was not UASC then. Whether a child was UASC stands in the header (a CSV file's from the UASC table); a child without one was if a date UASC ceased is there.
*/
with newly as (select child from uasc_status where this_year and last_year is false)
select id, true as fault from header semi join newly using (child)
union all
select id, true from uasc anti join header using (child) semi join newly using (child)

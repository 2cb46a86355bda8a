/* rule
code: "165"
says: Data entry for mother status is invalid.
fields: [MOTHER, SEX, ACTIV, ACCOM, IN_TOUCH]
tables: [Header, Episodes]
uses: [OC3]
years: 2022-23 on
note: Valid is 0 or 1 for a female looked after in the year (short breaks out), and blank for a male. The row of OC3 is found with the header. What is given is judged for every child in Header, and sex by either set of codes; the open validator judges only children with episodes, and knows only the codes to 2023-24.
*/
with looked_after as (
  select child, case when bool_or(in_year) then true when bool_or(in_year is null) then null else false end as in_year
  from (
    select child, until(dec, dec_text) >= year_start() and decom <= year_end() as in_year
    from episodes
    where child is not null and not short_break(ls)
  )
  group by child
),
judged as (
  select h.id, h.child, case
    when h.mother_text is not null then h.mother not in ('0', '1') or h.sex in ('1', 'M')
    else l.in_year end as fault
  from header h
  left join looked_after l on l.child = h.child
  where h.mother_text is not null or h.sex in ('2', 'F') and l.child is not null
)
select id, fault from judged
union all
select oc3.id, fault from judged join oc3 on oc3.child = judged.child

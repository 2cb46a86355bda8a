/* rule
code: "607"
says: Child ceased to be looked after in the year, but mother field has not been completed.
fields: [DEC, REC, MOTHER, LS, SEX]
tables: [Episodes, Header]
years: 2022-23 on
forms: [{from: 2024-25, what: a girl is F in SEX where she was 2}]
note: Asked of girls, who are the ones for whom MOTHER is returned.
*/
with ceased as (
  select id, child, in_year(dec) as fault
  from episodes where dec_text is not null and rec <> 'X1' and not short_break(ls)
),
not_said as (
  select id, child from header where mother is null and girl(sex)
)
select c.id, c.fault from ceased c where c.child in (select child from not_said)
union all
select h.id, c.fault from ceased c join not_said h using (child)

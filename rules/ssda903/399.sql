/* rule
code: "399"
says: Mother field, review field or participation field are completed but child is looked after under legal status V3 or V4.
fields: [MOTHER, LS, REVIEW, REVIEW_CODE]
tables: [Episodes, Header]
uses: [Reviews]
years: 2022-23 on
note: Children all of whose episodes are short breaks. It is the child that is at fault, so that the child's rows in all three tables are marked.
*/
with short_break_child as (select child from episodes where child is not null group by child having bool_and(short_break(ls))),
completed as (
  select child from header where mother is not null
  union all
  select child from reviews where review_text is not null or review_code is not null
),
wrong as (select child from short_break_child semi join completed using (child))
select id, true as fault from episodes semi join wrong using (child)
union all
select id, true from header semi join wrong using (child)
union all
select id, true from reviews semi join wrong using (child)

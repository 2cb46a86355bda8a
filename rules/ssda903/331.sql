/* rule
code: "331"
says: Date of matching child and adopter(s) should be the same as, or prior to, the date of placement of adoption.
fields: [DATE_MATCH, DECOM, REC]
tables: [AD1, Episodes]
years: 2022-23 on
note: The date of placement is the start of the episode that ended in adoption (E11 or E12).
*/
with matched as (
  select a.id as ad1_id, e.id as episode_id, a.date_match > e.decom as fault
  from ad1 a join episodes e using (child)
  where a.date_match_text is not null and adopted(e.rec)
)
select ad1_id as id, fault from matched
union all
select episode_id, fault from matched

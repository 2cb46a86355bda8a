/* rule
code: "210"
says: Children looked after for more than a week at 31 March should not have an unknown Unique Pupil Number (UPN) code of UN4.
fields: [UPN, DECOM]
tables: [Header, Episodes]
years: 2022-23 on
due: year end
note: Of a child who came on or before 23 March and is still looked after at the end of 31 March, found with the episode that began last. The open validator asks for an episode that began on or after 24 March, and so passes over who has been in one since before, finding those who came in the last week, of whom the message does not speak.
*/
with in_care as (
  select child, began, ended from care
  qualify began = max(began) over (partition by child)
),
latest as (
  select id, child, undated from episode_order where next is null
),
judged as (
  select h.id as header_id, l.id as episode_id, case
      when c.began < year_end() - 7 and c.ended > year_end() then true
      when l.undated or c.began is null or (c.began < year_end() - 7 and c.ended is null) then null
      else false end as fault
  from header h join latest l using (child) left join in_care c using (child)
  where h.upn = 'UN4'
)
select header_id as id, fault from judged
union all
select episode_id, fault from judged

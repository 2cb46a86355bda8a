/* rule
code: "407"
says: Reason episode ceased is Special Guardianship Order, but child has reached age 18.
fields: [DEC, DOB, REC]
tables: [Episodes, Header]
years: 2022-23 on
note: On the eighteenth birthday the child has reached 18, as in 386; the open validator finds only those who are older.
*/
with guardianship as (
  select e.id as episode, h.id as header, e.dec >= birthday(h.dob, 18) as fault
  from episodes e left join header h using (child)
  where e.rec in ('E45', 'E46', 'E47', 'E48')
)
select episode as id, fault from guardianship
union all
select header, fault from guardianship where header is not null

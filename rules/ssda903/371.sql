/* rule
code: "371"
says: Child in supported accomodation not subject to children's homes regulations should be at least 16.
said:
  - {until: 2022-23, says: Child in semi-independent living accommodation not subject to children's homes regulations should be at least 14.}
  - {until: 2023-24, says: Child in semi-independent living accommodation not subject to children's homes regulations should be at least 16.}
fields: [DECOM, PLACE]
tables: [Episodes, Header]
years: 2022-23 on
forms:
  - {from: 2023-24, what: "the least age is 16, not 14"}
  - {from: 2024-25, what: "K3, supported accommodation, in place of H5"}
note: The age is that on the day the episode began. An open episode is asked too; the open validator passes over it.
*/
select e.id, e.decom < birthday(h.dob, case when collection_year() >= 2024 then 16 else 14 end) as fault
from episodes e left join header h using (child)
where e.place = case when collection_year() >= 2025 then 'K3' else 'H5' end

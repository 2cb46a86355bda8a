/* rule
code: "584"
says: Date of decision that the child should be placed for adoption this year is different from that recorded last year, but the decision to placed the child for adoption changed and the child should no longer be placed for adoption.
fields: [DATE_PLACED]
tables: [PlacedAdoption]
last: [PlacedAdoption]
years: 2022-23 on
note: Once last year's decision was ended, one of this year must be later than it; the same date, an earlier one and a blank one are found.
*/
select p.id, case when p.date_placed_text is null then true else p.date_placed <= l.date_placed end as fault
from placed_adoption p join placed_adoption_last l using (child)
where l.date_placed_text is not null and (l.date_placed_ceased_text is not null or l.reason_placed_ceased is not null)

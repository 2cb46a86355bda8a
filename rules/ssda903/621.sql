/* rule
code: "621"
says: Mother's field has been completed but date of birth shows that the mother is younger than her child.
fields: [DOB, MC_DOB]
tables: [Header]
years: 2022-23 on
note: Born on the same day as her child is found too.
*/
select id, dob >= mc_dob as fault
from header
where mc_dob_text is not null

/* rule
code: "441"
says: Participation method indicates child was 4 years old or over at the time of the review, but the date of birth and review date indicates the child was under 4 years old.
fields: [DOB, REVIEW, REVIEW_CODE]
tables: [Reviews]
years: 2022-23 on
*/
select id, review < birthday(dob, 4) as fault
from reviews
where review_code in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')

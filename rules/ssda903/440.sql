/* rule
code: "440"
says: Participation method indicates child was under 4 years old at the time of the review, but date of birth and review date indicates the child was 4 years old or over.
fields: [DOB, REVIEW, REVIEW_CODE]
tables: [Reviews]
years: 2022-23 on
note: On the fourth birthday the child is 4; the open validator finds only those who are older.
*/
select id, review >= birthday(dob, 4) as fault
from reviews
where review_code = 'PN0'

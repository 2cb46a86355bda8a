/* rule
code: "166"
says: Date of review is invalid or blank.
fields: [REVIEW]
tables: [Reviews]
years: 2022-23 on
*/
select id, true as fault
from reviews
where review_text is null or not_a_day(review, review_text)

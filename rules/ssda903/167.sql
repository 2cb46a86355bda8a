/* rule
code: "167"
says: Data entry for participation is invalid or blank.
fields: [REVIEW_CODE]
tables: [Reviews]
years: 2022-23 on
note: Participation without a review is as wrong as a review without it.
*/
select id, true as fault
from reviews
where case when review_text is null then review_code_text is not null
      else review_code_text is null or review_code_text not in (select code from code_list where tbl = 'reviews' and col = 'review_code') end

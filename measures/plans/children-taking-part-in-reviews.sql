/* measure
title: Children taking part in their reviews
asks: Was the child heard?
catalogue: PLN-06
kind: proportion
at: within period
windows: [month, quarter, year to date, rolling 3 months, rolling 6 months, rolling 12 months, year, between]
population: Reviews held in the period of children aged 4 and over who were in care that day, short breaks excluded; those returned as of a child under 4 (PN0) left out
counted: Those in which the child spoke or had their views put by another, there or not (PN1, PN2, PN3, PN5, PN6)
unknown: the participation code is blank or not one of the return's, or the child's age is not known
unknown_is: left out
good: high
slices: [age_band, sex, ethnic_group]
sources: [Episodes, Reviews]
basis: SSDA903 reviews and episodes
national: DfE participation codes; nothing is published. Attending without contributing (PN4) is not taking part; a council that says otherwise adds it to took_part_in_review in the groups file
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, r.child_id, r.child_id || ' ' || r.review_date as subject,
  case when r.age is not null and r.participation in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')
       then took_part_in_review(r.participation) end as counted,
  age_band(r.age) as age_band, b.sex, b.ethnic_group
from review r
join period p on r.review_date between p.period_start and p.period_end
join care_run c on c.child_id = r.child_id and c.start_date <= r.review_date and coalesce(c.end_date, date '9999-12-31') > r.review_date
join person b on b.child_id = r.child_id
where coalesce(r.age between 4 and 17, true)
  and coalesce(r.participation <> 'PN0', true)

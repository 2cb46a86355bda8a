/* measure
title: Return interviews accepted
asks: Did children take up the offer to be listened to?
catalogue: MIS-03:accepted
kind: proportion
at: within period
windows: [month, quarter, year to date, rolling 3 months, rolling 12 months, year, between]
population: Times missing that ended in the period (M), less those for which an interview does not apply (NA). Of Annex A list 8, which has only the last incident of each child in the 12 months before its day, those children, and only over 12 months
counted: Those after which the child accepted a return interview; where none was offered none was accepted
unknown: whether it was accepted is not recorded, or is said not to apply though it was offered
unknown_is: not counted
good: high
slices: [age_band, sex, ethnic_group]
sources: [return_interview_offer]
basis: Missing incidents of the standard dataset (ssd_missing); without it the last incident of each child in Annex A list 8
national: Statutory guidance on children who run away or go missing (2014) has every child offered one; nothing is published. The share is of all incidents, not of those with an offer
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, r.child_id,
  r.child_id || ' ' || r.source || ' ' || r.end_date || ' ' || row_number() over (partition by p.period_end, r.child_id, r.end_date order by r.start_date, r.line) as subject,
  case when r.accepted = 'Y' then true when r.accepted = 'N' or r.offered = 'N' then false end as counted, age_band(age_on(b.date_of_birth, least(r.end_date, p.period_end))) as age_band, b.sex, b.ethnic_group
from missing_return r
join period p on true
join source_at u on u.relation = 'return_interview_offer' and u.authority = r.authority and u.period_end = p.period_end and u.source = r.source
join person b on b.child_id = r.child_id
where case when r.source = 'ssd_missing' then r.end_date between p.period_start and p.period_end
           else r.end_date <= p.period_end and coalesce(r.next_as_at, date '9999-12-31') > p.period_end and p.period_start = months_back(p.period_end, 12) end
  and coalesce(r.offered <> 'NA', true)

/* measure
title: Our children’s homes by Ofsted grade
asks: Are our homes good?
catalogue: HOM-01
kind: count
at: period end
windows: [month, quarter, year]
population: The council’s own children’s homes registered on the last day of the period; one closed that day is no longer
counted: All of them, by the grade of their latest graded inspection by that day; inspections without a grade do not change it
good: neither
slices: [grade, childrens_home]
basis: The council’s own list of its children’s homes, inspections and visits (homes)
national: Ofsted’s inspection outcomes of children’s homes, where the grade is overall experiences and progress; a number of homes is neither good nor bad, the share graded good or better is HOM-01:good_or_better
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, h.authority, h.urn as subject, true as counted, h.home_name as childrens_home,
  coalesce((
    select max_by(i.grade, i.inspected_on) from home_inspection i
    where i.authority = h.authority and i.urn = h.urn and i.grade <> 'none' and i.inspected_on <= p.period_end
  ), 'not_graded') as grade
from childrens_home h
join period p on h.registered_on <= p.period_end and coalesce(h.closed_on, date '9999-12-31') > p.period_end

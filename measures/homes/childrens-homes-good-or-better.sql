/* measure
title: Our children’s homes graded good or outstanding
asks: How many of our homes are good?
catalogue: HOM-01:good_or_better
kind: proportion
at: period end
windows: [month, quarter, year]
population: The council’s own children’s homes registered on the last day of the period; one closed that day is no longer, one not yet graded is in
counted: Those whose latest graded inspection by that day was good or outstanding
unknown: the grade of the latest inspection is not one of the list
unknown_is: not counted
good: high
slices: [childrens_home]
basis: The council’s own list of its children’s homes, inspections and visits (homes)
national: Ofsted’s inspection outcomes of children’s homes
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, h.authority, h.urn as subject, h.home_name as childrens_home,
  case coalesce((
    select max_by(i.grade, i.inspected_on) from home_inspection i
    where i.authority = h.authority and i.urn = h.urn and i.grade <> 'none' and i.inspected_on <= p.period_end
  ), 'not_graded') when 'good' then true when 'outstanding' then true when 'not_known' then null else false end as counted
from childrens_home h
join period p on h.registered_on <= p.period_end and coalesce(h.closed_on, date '9999-12-31') > p.period_end

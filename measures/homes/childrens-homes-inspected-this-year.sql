/* measure
title: Our children’s homes inspected this year
asks: How many of our homes has Ofsted graded since April?
catalogue: HOM-01:inspected
kind: proportion
at: period end
windows: [month, quarter, year]
population: The council’s own children’s homes registered on the last day of the period; one closed that day is no longer
counted: Those with a graded inspection from 1 April up to that day; visits without a grade are not inspections here
good: neither
slices: [childrens_home]
basis: The council’s own list of its children’s homes, inspections and visits (homes)
national: Ofsted’s inspection framework has at least one full inspection of a home in each year from 1 April
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, h.authority, h.urn as subject, h.home_name as childrens_home,
  exists (
    select 1 from home_inspection i
    where i.authority = h.authority and i.urn = h.urn and i.grade <> 'none' and i.inspected_on <= p.period_end
      and i.inspected_on >= make_date(year(p.period_end) - case when month(p.period_end) < 4 then 1 else 0 end, 4, 1)
  ) as counted
from childrens_home h
join period p on h.registered_on <= p.period_end and coalesce(h.closed_on, date '9999-12-31') > p.period_end

/* measure
title: Rate of children in care by home ward
asks: For how many of the children who live in each ward do we care?
catalogue: NUM-18:rate
kind: rate
at: period end
windows: [month]
reference: {population: resident, from_age: 0, to_age: 17}
base: 10000
population: Children in care on the last day of the period, short breaks excluded
counted: Those whose home is known to be in our area, per 10,000 children aged 0 to 17 who live there (in a ward, by ward)
unknown: no home postcode, or one that the postcode file does not have, or has without its ward
good: low
slices: [ward]
sources: [Episodes, home_area, population]
basis: Home postcode of SSDA903 episodes, else of ssd_address when the period of care began; postcodes.csv for the ward; population.csv by ward
national: None; DfE's rate is of all children in care, wherever their homes are, and not by ward
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The home postcode is that of the episode of the day. Wards of other authorities are shown together.
select s.period_end, s.child_id as subject, case when h.postcode is null then null when not same_authority(h.la_code, s.authority) then false when h.ward_code is not null then true end as counted,
  case when h.postcode is null then 'not_known' when not same_authority(h.la_code, s.authority) then 'outside_area' else coalesce(h.ward_code, 'not_known') end as ward,
  coalesce(h.imd_band::varchar, 'not_known') as imd_band
from in_care_at s
left join care_episode e on e.child_id = s.child_id and e.start_date <= s.period_end and coalesce(e.end_date, date '9999-12-31') > s.period_end
left join home_area h on h.postcode = e.home_postcode

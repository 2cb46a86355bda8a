/* measure
title: Where children in care come from
asks: From which wards, and how deprived, do children in care come?
catalogue: NUM-18
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those whose home ward is known, or known to be outside our area (imd_band 1 is the most deprived twentieth of small areas in England, 20 the least)
unknown: no home postcode, or one that the postcode file does not have, or has without its ward
good: low
slices: [standard, ward, imd_band]
sources: [Episodes, home_area]
basis: Home postcode of SSDA903 episodes, else of ssd_address when the period of care began; postcodes.csv for the ward and the deprivation rank of the small area
national: None; English indices of deprivation
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The home postcode is that of the episode of the day. Wards of other authorities are shown together.
select s.period_end, s.child_id as subject, case when h.postcode is null then null when not same_authority(h.la_code, s.authority) then true when h.ward_code is not null then true end as counted,
  case when h.postcode is null then 'not_known' when not same_authority(h.la_code, s.authority) then 'outside_area' else coalesce(h.ward_code, 'not_known') end as ward,
  coalesce(h.imd_band::varchar, 'not_known') as imd_band
from in_care_at s
left join care_episode e on e.child_id = s.child_id and e.start_date <= s.period_end and coalesce(e.end_date, date '9999-12-31') > s.period_end
left join home_area h on h.postcode = e.home_postcode

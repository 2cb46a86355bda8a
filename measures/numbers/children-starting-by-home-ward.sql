/* measure
title: Where children who came into care lived
asks: From which wards, and how deprived, do children come into care?
catalogue: NUM-18:entrants
kind: count
at: within period
windows: [rolling 12 months, month, rolling 3 months, quarter, year to date, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Those whose home ward is known, or known to be outside our area (imd_band 1 is the most deprived twentieth of small areas in England, 20 the least)
unknown: no home postcode, or one that the postcode file does not have, or has without its ward
good: low
slices: [standard, ward, imd_band]
sources: [start_of_care, home_area]
basis: Home postcode of SSDA903 episodes, else of ssd_address when the period of care began; postcodes.csv for the ward and the deprivation rank of the small area
national: None; English indices of deprivation
revisions: [{on: 2026-11-27, what: First version}]
*/
-- Wards of other authorities are shown together.
select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject,
  case when h.postcode is null then null when not same_authority(h.la_code, s.authority) then true when h.ward_code is not null then true end as counted,
  case when h.postcode is null then 'not_known' when not same_authority(h.la_code, s.authority) then 'outside_area' else coalesce(h.ward_code, 'not_known') end as ward,
  coalesce(h.imd_band::varchar, 'not_known') as imd_band
from start_of_care s
join period p on s.day between p.period_start and p.period_end
join period_of_care c on c.child_id = s.child_id and c.period_no = s.period_no
left join home_area h on h.postcode = c.home_postcode

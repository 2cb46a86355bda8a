/* measure
title: Children in care with adverse childhood experiences
asks: What have children lived through before they came into care?
catalogue: JRN-08
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those whose assessment before care found any of the factors that count as an adverse experience, which are parental drug or alcohol misuse, domestic abuse, mental ill-health of a parent, neglect, emotional, physical or sexual abuse
unknown: no assessment authorised on or before the first day of care or within 60 days after it is held by the day, or what it found cannot be read; or the first day of care is not known
good: neither
slices: [standard]
sources: [in_care_at, assessment_before_care]
basis: "SSDA903 episodes, and the standard dataset: the last assessment authorised on or before the first day of care, else the first within 60 days after it (ssd_cin_assessments), and its factors (ssd_assessment_factors). Which factors count is in returns/groups.yaml"
national: Factors identified at the end of assessment (children in need census) are published for all children in need, not for those in care
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, a.adverse_experience as counted
from in_care_at s
left join assessment_before_care a on a.child_id = s.child_id and a.period_no = s.period_no and a.known_from <= s.period_end

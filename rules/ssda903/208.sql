/* rule
code: "208"
says: Unique Pupil Number (UPN) for the current year disagrees with the Unique Pupil Number (UPN) already recorded for this child.
fields: [UPN]
tables: [Header]
last: [Header]
years: 2022-23 on
note: A number in place of a blank or of an unknown code (UN1 to UN5) is no disagreement, nor is UN2 to UN5 in place of a blank or of UN1; UN1 in place of a blank is one.
*/
select h.id, true as fault
from header h join header_last l using (child)
where h.upn is distinct from l.upn
  and not (coalesce(l.upn, 'UN1') = 'UN1' and coalesce(h.upn in ('UN2', 'UN3', 'UN4', 'UN5'), false))
  and not (coalesce(l.upn, 'UN1') in ('UN1', 'UN2', 'UN3', 'UN4', 'UN5') and coalesce(h.upn not in ('UN1', 'UN2', 'UN3', 'UN4', 'UN5'), false))

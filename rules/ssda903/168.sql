/* rule
code: "168"
says: Unique Pupil Number (UPN) is not valid. If unknown, default codes should be UN1, UN2, UN3, UN4 or UN5.
fields: [UPN]
tables: [Header]
years: 2022-23 on
note: The form of the number is asked, not its check letter. A blank is rule 442.
*/
select id, true as fault
from header
where not regexp_full_match(upn_text, '[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]|UN[1-5]')

/* rule
code: "133"
says: Data entry for accommodation after leaving care is invalid. If reporting on a childs accommodation after leaving care the data entry must be valid
fields: [ACCOM]
tables: [OC3]
years: 2022-23 on
note: "S1 and X1 are taken when a return is read, and are no codes of this rule: no fixed abode and custody are always unsuitable (ssda903.md section 7)."
*/
select id, true as fault
from oc3
where accom is null or accom_text <> upper(accom_text) or accom in ('S1', 'X1')
  or accom not in (select code from code_list where tbl = 'oc3' and col = 'accom')

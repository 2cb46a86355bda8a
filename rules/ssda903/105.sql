/* rule
code: "105"
says: Data entry for Unaccompanied Asylum-Seeking Children (UASC) status of child is invalid or has not been completed.
fields: [UASC]
tables: [Header]
years: 2022-23 on
note: "Asked of XML only: in CSV the status is told by a row in the UASC table, and cannot be wrong."
*/
select id, true as fault
from header
where file_format() = 'xml' and (uasc is null or uasc not in ('0', '1'))

/* rule
code: "231"
says: We expect that unaccompanied asylum seeking children are generally older young people. Please check the date of birth is correct. If the date of birth is correct then please provide details in a bypass request.
fields: [DOB]
tables: [Header]
uses: [UASC]
years: 2024-25 on
note: Older is 11 or over on 31 March. The return has no column UASC_STATUS, which the open validator reads; who is UASC stands in the XML header, and in CSV in the UASC table.
*/
select id, birthday(dob, 11) > year_end() as fault
from header
where uasc = '1'

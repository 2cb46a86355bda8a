/* rule
code: "582"
says: Child is showing as ceasing to be looked after due to adoption, but the date of adoption is the same as the date reported for being matched with adopters. In most circumstances we expect the date the child is matched with adopters to be before the date of adoption.
fields: [DEC, DATE_MATCH]
tables: [Episodes, AD1]
years: 2022-23 on
*/
select e.id, e.dec = a.date_match as fault
from episodes e join ad1 a using (child)
where adopted(e.rec) and a.date_match_text is not null

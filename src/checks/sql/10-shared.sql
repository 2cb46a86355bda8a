-- What many rules ask, written once. Read with this year's tables in place; `year_start()` and the others are made beside it.

-- A blank end is open and lasts for ever; one that cannot be read is not known.
create or replace temp macro until(end_day, end_text) as
  case when end_text is null then date '9999-12-31' else end_day end;
-- Something stands in the cell, and it is not a day.
create or replace temp macro unreadable(cell_day, cell_text) as cell_day is null and cell_text is not null;
-- What stands in the cell is not a day as the return writes it: DD/MM/YYYY in CSV, with or without the leading noughts.
create or replace temp macro not_a_day(cell_day, cell_text) as
  cell_text is not null and (cell_day is null or (file_format() = 'csv' and not regexp_full_match(cell_text, '\d{1,2}/\d{1,2}/\d{4}')));
-- A day of which a part is not known: ZZ for the day or the month, ZZZZ for the year.
create or replace temp macro part_unknown(cell_text) as
  contains(upper(cell_text), 'Z') and regexp_full_match(upper(cell_text), '(ZZ|0?[1-9]|[12]\d|3[01])/(ZZ|0?[1-9]|1[0-2])/(ZZZZ|\d{4})');
-- The day on which someone becomes n years old; born on 29 February, on 1 March (decision 5 of the catalogue).
create or replace temp macro birthday(born, n) as anniversary(born, n * 12);
create or replace temp macro short_break(ls) as coalesce(ls in ('V3', 'V4'), false);
create or replace temp macro temporary(place) as coalesce(place in ('T0', 'T1', 'T2', 'T3', 'T4'), false);
-- Codes of areas outside England: WAL, SCO, NIR, NUK, CON, or a GSS code that begins with W, S or N.
create or replace temp macro outside_england(la) as regexp_matches(la, '^(W|S|N|CON)');

-- Episodes of a child in the order in which they began, each with the one before and the one after. An episode whose start
-- is not known stands beside none.
create or replace temp table episode_order as
with e as (select id, file_id, line, row, child, decom, decom_text, rne, ls, cin, place, place_provider, dec, dec_text, rec, reason_place_change,
    home_post, pl_post, urn, pl_la, pl_distance, pl_location from episodes where child is not null)
select e.*, lag(e) over w as prior, lead(e) over w as next, row_number() over w as n, count(*) over (partition by child, decom is null) as of_n
from e
window w as (partition by child, decom is null order by decom, coalesce(dec, date '9999-12-31'), row);

create or replace temp table episode_order_last as
with e as (select id, file_id, line, row, child, decom, decom_text, rne, ls, cin, place, place_provider, dec, dec_text, rec, reason_place_change,
    home_post, pl_post, urn, pl_la, pl_distance, pl_location from episodes_last where child is not null)
select e.*, lag(e) over w_last as prior, lead(e) over w_last as next, row_number() over w_last as n, count(*) over (partition by child, decom is null) as of_n
from e
window w_last as (partition by child, decom is null order by decom, coalesce(dec, date '9999-12-31'), row);

-- Looked after for the whole year (ssda903.md section 6): an episode in the year, and none that began care after 1 April, ended it
-- before 31 March, or was a short break. `whole_year` is null where a day that decides it cannot be read.
create or replace temp table whole_year as
select child, case
    when bool_or(in_year and ((rne = 'S' and decom > year_start()) or (rec <> 'X1' and dec < year_end()) or ls in ('V3', 'V4'))) then false
    when bool_or(in_year is null) then null
    else bool_or(in_year) end as whole_year
from (select *, case when decom is null or unreadable(dec, dec_text) then null
                     else decom <= year_end() and until(dec, dec_text) > year_start() end as in_year from episodes where child is not null)
group by child;

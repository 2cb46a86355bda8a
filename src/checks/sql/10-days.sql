-- What rules ask of a day, written once. These files are read in order, with this year's tables in place; `year_start()` and the
-- others are made beside them. A window has a name of its own in each file, for they run as one.

-- Where something that is open ends.
create or replace temp macro for_ever() as date '9999-12-31';
-- A blank end is open and lasts for ever; one that cannot be read is not known.
create or replace temp macro until(end_day, end_text) as case when end_text is null then for_ever() else end_day end;
-- The same up to now: what is open lasts until the day up to which the return is complete.
create or replace temp macro until_now(end_day, end_text) as case when end_text is null then as_at() else end_day end;
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
create or replace temp macro in_year(some_day) as some_day between year_start() and year_end();

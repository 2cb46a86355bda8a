-- English bank holidays. Those of reference.bank_holiday for the calendar years it has; for any other year the eight regular days
-- with their substitutes (Banking and Financial Dealings Act 1971) and the one-off days proclaimed so far.
create or replace table english_holiday as
with years as (
  select unnest(range(2005, 2046))::integer as y
),
-- Easter Sunday by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8).
moon as (
  select y, y % 19 as a, y // 100 as b, y % 100 as c from years
),
epact as (
  select *, (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30 as h from moon
),
weekday as (
  select *, (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7 as l from epact
),
correction as (
  select *, h + l - 7 * ((a + 11 * h + 22 * l) // 451) + 114 as n from weekday
),
easter as (
  select y, make_date(y, n // 31, n % 31 + 1) as sunday from correction
),
-- The Monday on or after a day; isodow counts Monday as 1.
regular as (
  select y, make_date(y, 1, 1) + case isodow(make_date(y, 1, 1)) when 6 then 2 when 7 then 1 else 0 end as day, 'New Year''s Day' as title from years
  union all select y, sunday - 2, 'Good Friday' from easter
  union all select y, sunday + 1, 'Easter Monday' from easter
  union all select y, make_date(y, 5, 1) + (8 - isodow(make_date(y, 5, 1)))::integer % 7, 'Early May bank holiday' from years
  union all select y, make_date(y, 5, 31) - (isodow(make_date(y, 5, 31)) - 1)::integer, 'Spring bank holiday' from years
  union all select y, make_date(y, 8, 31) - (isodow(make_date(y, 8, 31)) - 1)::integer, 'Summer bank holiday' from years
  -- On a weekend Christmas Day is made good on the 27th, and Boxing Day on the 28th.
  union all select y, make_date(y, 12, case when isodow(make_date(y, 12, 25)) >= 6 then 27 else 25 end), 'Christmas Day' from years
  union all select y, make_date(y, 12, case when isodow(make_date(y, 12, 26)) >= 6 then 28 else 26 end), 'Boxing Day' from years
),
-- Regular days moved to another day, and days added, by proclamation.
moved as (
  select * from (values
    (date '2012-05-28', date '2012-06-04', 'Spring bank holiday'),
    (date '2020-05-04', date '2020-05-08', 'Early May bank holiday (VE day)'),
    (date '2022-05-30', date '2022-06-02', 'Spring bank holiday')) as t(regular_day, day, title)
),
added as (
  select * from (values
    (date '2011-04-29', 'Royal wedding'),
    (date '2012-06-05', 'Queen''s Diamond Jubilee'),
    (date '2022-06-03', 'Platinum Jubilee bank holiday'),
    (date '2022-09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II'),
    (date '2023-05-08', 'Bank holiday for the coronation of King Charles III')) as t(day, title)
),
worked_out as (
  select r.day::date as day, r.title from regular r where not exists (select 1 from moved m where m.regular_day = r.day)
  union all select day, title from moved
  union all select day, title from added
),
given as (
  select distinct date as day, title from reference.bank_holiday where date is not null
)
select day, any_value(title) as title, 'given' as source from given group by day
union all
select day, title, 'worked out' from worked_out where year(day) not in (select distinct year(day) from given);

-- Every day from 2005 to 2045, and how many working days there have been by the end of it. The day n working days after d (day 1 is
-- the working day after d): `from working_day a join working_day b on b.working and b.number = a.number + n where a.day = d`.
create or replace table working_day as
with every as (
  select unnest(range(date '2005-01-01', date '2046-01-01', interval 1 day))::date as day
),
marked as (
  select day, isodow(day) < 6 and not exists (select 1 from english_holiday h where h.day = every.day) as working from every
)
select day, working, (count(*) filter (working) over (order by day))::integer as number from marked;

-- The latest picture of the budget by $until in the financial year of that day.
select budget_line, line_type, as_at, net_budget, projected, actual, year_ending
from budget_line
where authority = $authority and held_from <= $until::date and held_to > $until::date and line_type <> 'one_off'
order by budget_line

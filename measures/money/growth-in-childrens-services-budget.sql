/* measure
title: Growth in the budget for children's services since last year
asks: How are budgets changing?
catalogue: FIN-02:percent
kind: ratio
at: period end
windows: [year to date, year, month]
good: neither
unit: '%'
places: 1
numerator: change-in-childrens-services-budget
denominator: childrens-services-budget-last-year
basis: budget.csv, the first picture of each of two financial years, net budget only
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/

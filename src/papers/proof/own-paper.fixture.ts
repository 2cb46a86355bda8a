/**
 * Part of a paper as ours are written, with invented figures. `‹ ›` marks each number that can be known from the others of the paper: by
 * its counts, by what it is said to be away from, by its table, or by what stands in two places.
 */
export const ownPaper = `# 3 Key issues

There were ‹212› children in care at 31 October 2026. The target is at most ‹192›, so this is off target; ‹20› fewer children would bring it there.

No target is rated, and there is no clear change, for “children in care for every 10,000 children” (‹90.2› per 10,000) and “children ceasing to be looked after” (‹38›).

The share of children whose plan for a permanent home has been agreed was ‹86.4›% at 31 October 2026 (‹165› of ‹191›). That misses the target of at least ‹95›%; ‹17› more children would bring it there.

At 31 October 2026, ‹56› of ‹194› children (‹28.9›%) were placed more than 20 miles from home. The target is at most ‹15›%, so this is off target; ‹27› fewer children would bring it there.

Of ‹212› children, ‹13› were placed with parents while in care, which is ‹6.1›%.

For information, with no clear change: “children with an up-to-date care plan” (‹14.4›%) and “children visited face to face when they should be” (‹94.3›%).

- Children whose plan for a permanent home has been agreed: ‹86.4›% (‹165› of ‹191›); the target is at least ‹95›% (Table 2)
- Children placed more than 20 miles from home: ‹28.9›% (‹56› of ‹194›); the target is at most ‹15›% (Table 3)
- Children with only one placement in the last 12 months: ‹63.7›% (‹135› of ‹212›); the target is at least ‹70›% (Table 3)

# Appendix A: the scorecard at 31 October 2026

| Indicator | Latest | Target | Period before |
| CP1 Children in care | 212 | at most 192 | 211 |
| CP7 Children whose plan for a permanent home has been agreed | 165 (86.4%) | at least 95% | 87.7% |
| CP12 Children placed more than 20 miles from home | 56 (28.9%) | at most 15% | 28.2% |
| CP18 Children with only one placement in the last 12 months | 135 (63.7%) | at least 70% | 63.2% |

| Indicator | Period | Latest | Period before |
| Children in care for every 10,000 children | 31 October 2026 | 90.2 per 10,000 | 89.7 |
| Children ceasing to be looked after | October 2026 | 38 | 26 |
| Children with an up-to-date care plan | 31 October 2026 | 30 (14.4%) | 14.9% |
| Children visited face to face when they should be | 31 October 2026 | 200 (94.3%) | 93.9% |
`

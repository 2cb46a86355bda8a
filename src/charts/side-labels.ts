/** Words beside the end of a line: where they would stand, and how they look. */
export type SideLabel = { readonly y: number; readonly text: string; readonly class: string }

/**
 * Moves labels apart so that none lies on another: each at least `gap` below the one above it, all between `top` and
 * `bottom` as far as there is room. Keeps their order, and moves each no further than its neighbours make it.
 */
export function spread(labels: readonly SideLabel[], gap: number, top: number, bottom: number): readonly SideLabel[] {
  const down: SideLabel[] = []
  for (const label of [...labels].sort((a, b) => a.y - b.y))
    down.push({ ...label, y: Math.max(label.y, (down.at(-1)?.y ?? top - gap) + gap) })
  const up: SideLabel[] = []
  for (const label of down.toReversed())
    up.push({ ...label, y: Math.min(label.y, (up.at(-1)?.y ?? bottom + gap) - gap) })
  return up.reverse()
}

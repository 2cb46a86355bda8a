/** Rows as aligned text: the first line names the columns. Numbers stand to the right. */
export function plainTable(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map(row => row.map(cell => (cell === null ? '' : String(cell))))
  const widths = (cells[0] ?? []).map((_, i) => Math.max(...cells.map(row => [...(row[i] ?? '')].length)))
  const right = (rows[0] ?? []).map((_, i) => rows.slice(1).every(row => typeof row[i] === 'number' || row[i] === null))
  return cells
    .map(row =>
      row
        .map((cell, i) => (right[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .map(line => `${line}\n`)
    .join('')
}

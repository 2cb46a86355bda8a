/** What a sheet and the table on it are called. */
export type SheetName = { readonly sheet: string; readonly id: string }

const MOST = 31

/**
 * Names of sheets and tables from the tables' own, no two alike whatever their case, and none of those taken. Excel's rules: a sheet's
 * name has at most 31 characters and none of `[]:*?/\`, a table's only letters, digits and underscores, and does not look like a cell.
 */
export function sheetNames(taken: readonly string[], ids: readonly string[]): readonly SheetName[] {
  const used = new Set(taken.map(name => name.toLowerCase()))
  return ids.map(id => {
    const base =
      id
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, MOST)
        .trim() || 'Table'
    let sheet = base
    for (let n = 2; used.has(sheet.toLowerCase()); n++) sheet = `${base.slice(0, MOST - 5).trim()} (${n})`
    used.add(sheet.toLowerCase())
    return { sheet, id: `T_${sheet.replace(/[^A-Za-z0-9]+/g, '_')}` }
  })
}

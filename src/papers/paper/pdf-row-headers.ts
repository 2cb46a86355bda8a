/** A row of a table in the file's structure, and the first of its cells. */
const row = /\n {2}\/S \/TR\n {2}\/P \d+ 0 R\n {2}\/K \[(\d+) 0 R/g
/** A cell that is not a header, by its number, and what it says its headers are. */
const cell =
  /\n(\d+) 0 obj\n<<\n {2}\/Type \/StructElem\n {2}\/S (\/TD)\n {2}\/P \d+ 0 R\n {2}\/A \[<<\n {4}\/O \/Table\n {4}(\/Headers \[[^\n]*\])\n/g

/**
 * The first cell of each row of a table becomes its row's header (TH with the scope Row), as it is in a paper's model: the typesetter
 * has no way yet to be told so. With scopes on both, a cell's list of column headers alone would hide its row's, and goes. Every
 * change is as long as what it replaces, so nothing in the file moves. Source: ISO 32000-1, 14.8.5.7, table attributes.
 */
export function rowHeaders(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf)
  const text = file.toString('latin1')
  const first = new Set([...text.matchAll(row)].map(found => found[1]))
  for (const found of text.matchAll(cell)) {
    const [whole, number, role = '', headers = ''] = found
    const at = found.index + whole.indexOf(role)
    const list = found.index + whole.lastIndexOf(headers)
    const isHeader = first.has(number)
    if (isHeader) file.write('/TH', at, 'latin1')
    file.write((isHeader ? '/Scope /Row' : '').padEnd(headers.length), list, 'latin1')
  }
  return new Uint8Array(file)
}

/** Tables of the Standard Safeguarding Dataset by name: the file, its lines, and every row as it is to be read, columns that are not in the file left out. */
export type TablesGiven = Readonly<
  Record<string, { readonly file: string; readonly lines: readonly string[]; readonly rows: readonly object[] }>
>

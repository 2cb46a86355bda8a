/**
 * Where text stands in a document. `page` is null where the form has none (HTML, plain text without form feeds). `line` is the line of
 * the file (text, HTML), of the page (PDF), or the number of the paragraph (Word, which keeps no lines); 1 is the first.
 */
export type TextPlace = { readonly page: number | null; readonly line: number }

export type TextLine = TextPlace & { readonly text: string }

export type TextRow = TextPlace & { readonly cells: readonly string[] }

/** A document as blocks in the order in which they are read. A paragraph's lines are joined by who reads it. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'item'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'footnote'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'table'; readonly rows: readonly TextRow[] }

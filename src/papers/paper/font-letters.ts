/**
 * The characters that a TrueType font can draw, as code points. A PDF/UA-1 must not have one that is not in its fonts, and a font of
 * the server it happens to be made on would give another paper on another server. Source: OpenType `cmap`, formats 4 and 12.
 */
export function lettersOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i)
  const entry = tables.find(at => String.fromCharCode(...font.subarray(at, at + 4)) === 'cmap')
  if (entry === undefined) throw new Error('the font has no table of its characters')
  const cmap = view.getUint32(entry + 8)
  const letters = new Set<number>()
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4)
    const format = view.getUint16(at)
    if (format === 4) segments(view, at, letters)
    if (format === 12) groups(view, at, letters)
  }
  return letters
}

/** Format 4: runs of characters up to U+FFFF, each mapped by an offset or through a list in which 0 is no glyph. */
function segments(view: DataView, at: number, into: Set<number>): void {
  const twice = view.getUint16(at + 6)
  for (let i = 0; i < twice; i += 2) {
    const end = view.getUint16(at + 14 + i)
    const start = view.getUint16(at + 16 + twice + i)
    const delta = view.getUint16(at + 16 + 2 * twice + i)
    const place = at + 16 + 3 * twice + i
    const offset = view.getUint16(place)
    for (let letter = start; letter <= end && letter < 0xffff; letter++) {
      const glyph = offset === 0 ? letter + delta : view.getUint16(place + offset + 2 * (letter - start))
      if ((glyph & 0xffff) !== 0) into.add(letter)
    }
  }
}

/** Format 12: groups of characters of any plane. */
function groups(view: DataView, at: number, into: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i
    for (let letter = view.getUint32(group); letter <= view.getUint32(group + 4); letter++) into.add(letter)
  }
}

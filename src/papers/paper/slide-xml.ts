/** What the maker of slides writes again before every run of a paragraph; the schema has it once, before the first. */
const again = /(<\/a:r>)<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/g

/**
 * Mends what the maker of slides cannot be told: that the first row and column of a table are its headers, that everything is in
 * British English, the notes and the file itself too, and that a paragraph has its properties once.
 */
export async function mendSlides(pptx: Uint8Array): Promise<Uint8Array> {
  const { default: jszip } = await import('jszip')
  const file = await jszip.loadAsync(pptx)
  for (const part of Object.values(file.files)) {
    if (part.dir || !/^(ppt\/.*|docProps\/core)\.xml$/.test(part.name)) continue
    const xml = await part.async('string')
    const mended = xml
      .replaceAll(' lang="en-US"', ' lang="en-GB"')
      .replace(again, '$1')
      .replaceAll(' altLang="en-US"', '')
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1" firstCol="1"/>')
      .replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>')
    if (mended !== xml) file.file(part.name, mended)
  }
  return await file.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

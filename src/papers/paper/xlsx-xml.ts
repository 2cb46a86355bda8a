/** The order in which a font has its properties (ISO/IEC 29500-1, CT_Font, as the schema of Excel has it). */
const order = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
]
const placeOf = (element: string): number => order.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '')

/** Mends what the maker of workbooks writes out of order: the properties of a font. */
export async function mendWorkbook(xlsx: Uint8Array): Promise<Uint8Array> {
  const { default: jszip } = await import('jszip')
  const file = await jszip.loadAsync(xlsx)
  const styles = file.file('xl/styles.xml')
  if (!styles) throw new Error('A workbook without its styles')
  const xml = await styles.async('string')
  file.file(
    'xl/styles.xml',
    xml.replace(/<font>(.*?)<\/font>/g, (_, inside: string) => {
      const parts = inside.match(/<[^>]+\/>/g) ?? []
      return `<font>${parts.toSorted((a, b) => placeOf(a) - placeOf(b)).join('')}</font>`
    }),
  )
  return await file.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

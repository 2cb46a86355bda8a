import { mendedPackage } from './mended-package.ts'

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
export const mendWorkbook = (xlsx: Uint8Array): Promise<Uint8Array> =>
  mendedPackage(xlsx, (name, xml) =>
    name !== 'xl/styles.xml'
      ? xml
      : xml.replace(/<font>(.*?)<\/font>/g, (_, inside: string) => {
          const parts = inside.match(/<[^>]+\/>/g) ?? []
          return `<font>${parts.toSorted((a, b) => placeOf(a) - placeOf(b)).join('')}</font>`
        }),
  )

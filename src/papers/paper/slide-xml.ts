import { mendedPackage } from './mended-package.ts'

/** What the maker of slides writes again before every run of a paragraph; the schema has it once, before the first. */
const again = /(<\/a:r>)<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/g

/** The masters of notes stand before the slides (ISO/IEC 29500-1, CT_Presentation). */
const late = /(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s

/** What a table is, in words: its name, which is its caption, and how large it is. */
const described = (xml: string): string =>
  xml.replace(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs, frame => {
    const rows = frame.match(/<a:tr\b/g)?.length ?? 0
    const columns = frame.match(/<a:gridCol\b/g)?.length ?? 0
    const size = `A table of ${columns} columns, with a header row and ${rows === 2 ? 'one row' : `${rows - 1} rows`} below it`
    return frame.replace(/(<p:cNvPr id="\d+" name=")([^"]*)"/, `$1$2" descr="$2. ${size}."`)
  })

/**
 * Mends what the maker of slides cannot be told: that the first row and column of a table are its headers, that everything is in
 * British English, the notes and the file itself too, that a paragraph has its properties once, what each table is, and the file's keywords.
 */
export const mendSlides = (pptx: Uint8Array, mark: string): Promise<Uint8Array> =>
  mendedPackage(pptx, (name, xml) =>
    /^(ppt\/.*|docProps\/core)\.xml$/.test(name)
      ? described(xml)
          .replace(late, '$2$1')
          .replaceAll(' lang="en-US"', ' lang="en-GB"')
          .replace(again, '$1')
          .replaceAll(' altLang="en-US"', '')
          .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1" firstCol="1"/>')
          .replace(
            '</cp:coreProperties>',
            `<dc:language>en-GB</dc:language><cp:keywords>${mark}</cp:keywords></cp:coreProperties>`,
          )
      : xml,
  )

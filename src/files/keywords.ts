import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { textOf } from './encoding.ts'
import { diskFile } from './input.ts'
import { readXml } from './xml.ts'
import { zipMembers } from './zip.ts'

/** The keywords among a file's properties (Word, Excel, PowerPoint, PDF, HTML); empty where it has none. Throws what makes the file unreadable. */
export async function keywordsOf(path: string, disk: string, size: number): Promise<string> {
  switch (extname(disk).toLowerCase()) {
    case '.pdf': {
      // The library is a megabyte and a half: only who reads a PDF waits for it.
      const { getDocumentProxy } = await import('unpdf')
      const pdf = await getDocumentProxy(new Uint8Array(await readFile(disk)), { verbosity: 0 })
      try {
        const { info } = await pdf.getMetadata()
        return String((info as { readonly Keywords?: unknown }).Keywords ?? '')
      } finally {
        await pdf.destroy()
      }
    }
    case '.html':
    case '.htm': {
      let html = ''
      for await (const text of textOf(diskFile(path, disk, size), 'utf-8')) html += text
      return /<meta name="keywords" content="([^"]*)"/i.exec(html)?.[1] ?? ''
    }
    default: {
      const part = (await zipMembers(path, disk)).find(member => member.path.endsWith('/docProps/core.xml'))
      let found = ''
      if (part)
        for await (const events of readXml(part))
          for (const event of events) if (event.kind === 'close' && event.name === 'keywords') found = event.text
      return found
    }
  }
}

import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { type InputFile, inputFile } from './input.ts'
import { memoryFile, refusal } from './testing.ts'
import { readXml, type XmlEvent } from './xml.ts'

async function events(file: InputFile): Promise<readonly XmlEvent[]> {
  const found: XmlEvent[] = []
  for await (const batch of readXml(file)) found.push(...batch)
  return found
}
const xml = (content: string | Uint8Array, pieceLength?: number) =>
  events(memoryFile('return.xml', content, pieceLength))
const closes = (found: readonly XmlEvent[]) =>
  found.flatMap(event => (event.kind === 'close' ? [[event.name, event.text, event.line]] : []))

test('elements come with their text and the line they open on, wherever the pieces are cut', async () => {
  const content =
    '<?xml version="1.0"?>\r\n<A>\r\n <CHILD id="7">\n  <SEX>1</SEX>\n  <DOB\n>2020</DOB><E/>\n </CHILD>\n</A>\n'
  for (const length of [1, 5, 1000]) {
    const found = await xml(content, length)
    expect(closes(found).map(([name, text, line]) => [name, String(text).trim(), line])).toEqual([
      ['SEX', '1', 4],
      ['DOB', '2020', 5],
      ['E', '', 6],
      ['CHILD', '', 3],
      ['A', '', 2],
    ])
    expect(found[1]).toEqual({ kind: 'open', name: 'CHILD', line: 3, attributes: { id: '7' } })
  }
})

test('namespaces are ignored', async () => {
  expect(closes(await xml('<r:A xmlns:r="urn:x"><r:B>1</r:B></r:A>'))).toEqual([
    ['B', '1', 1],
    ['A', '', 1],
  ])
})

test('the built-in entities and CDATA are text', async () => {
  expect(closes(await xml('<A>&lt;&amp;&#233;<![CDATA[<b>]]></A>'))).toEqual([['A', '<&é<b>', 1]])
})

test.each([
  ['iso-8859-1', Buffer.from([0xe9])],
  ['ISO-8859-1', Buffer.from([0xe9])],
  ['windows-1252', Buffer.from([0xe9])],
  ['us-ascii', Buffer.from('&#xe9;')],
  ['utf-8', Buffer.from('é')],
  ['utf-8', Buffer.from([0xe9])],
])('text declared %s is read as it is', async (encoding, bytes) => {
  const head = Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><A>`)
  expect(closes(await xml(Buffer.concat([head, bytes, Buffer.from('</A>')])))).toEqual([['A', 'é', 1]])
})

test('bytes declared ISO-8859-1 that happen to be UTF-8 are read as declared', async () => {
  expect(closes(await xml('<?xml version="1.0" encoding="iso-8859-1"?><A>é</A>'))).toEqual([['A', 'Ã©', 1]])
})

test('entities that would expand a billion times are refused at their declaration', async () => {
  const content =
    '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>\n<lolz>&lol2;</lolz>'
  expect(await refusal(xml(content))).toMatchObject({ code: 'HEARTH-1109', where: { file: 'return.xml', line: 2 } })
})

test('an external entity is refused', async () => {
  expect(await refusal(xml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'))).toMatchObject({
    code: 'HEARTH-1109',
  })
})

test('a document type that only names itself is harmless: nothing is fetched', async () => {
  expect(closes(await xml('<!DOCTYPE A SYSTEM "http://example.invalid/a.dtd"><A>1</A>'))).toEqual([['A', '1', 1]])
})

test('XML that is not well formed is refused with its line', async () => {
  expect(await refusal(xml('<A>\n<B>\n</A>'))).toMatchObject({ code: 'HEARTH-1108', where: { line: 3 } })
  expect(await refusal(xml('<A>\n<B>'))).toMatchObject({ code: 'HEARTH-1108' })
  expect(await refusal(xml('CHILD,DOB\n1,2\n'))).toMatchObject({ code: 'HEARTH-1108' })
  expect(await refusal(xml('<A>&nope;</A>'))).toMatchObject({ code: 'HEARTH-1108' })
})

test('an empty file and a picture are refused', async () => {
  expect(await refusal(xml(''))).toMatchObject({ code: 'HEARTH-1103' })
  expect(await refusal(xml(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0])))).toMatchObject({ code: 'HEARTH-1104' })
})

test('elements nested too deep are refused', async () => {
  expect(await refusal(xml('<a>'.repeat(51)))).toMatchObject({ code: 'HEARTH-1110' })
  expect(await xml('<a>'.repeat(50) + '</a>'.repeat(50))).toHaveLength(100)
})

test('a text that grows too long between the children of one element is refused', async () => {
  expect(await refusal(xml(`<A>${`${'x'.repeat(1_000)}<b/>`.repeat(1_001)}</A>`))).toMatchObject({
    code: 'HEARTH-1110',
  })
})

test.each([
  ['text', '<A>'],
  ['tag', '<A b="'],
  ['comment', '<A><!--'],
])('an endless %s is refused in bounded memory', async (_, start) => {
  const piece = Buffer.alloc(1 << 20, 'x')
  const file = inputFile('return.xml', 200 << 20, async () =>
    Readable.from(
      (function* () {
        yield Buffer.from(start)
        for (let i = 0; i < 200; i++) yield piece
      })(),
    ),
  )
  const before = process.memoryUsage().rss
  expect(await refusal(events(file))).toMatchObject({ code: 'HEARTH-1110' })
  expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20)
})

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { readCsv } from './csv.ts'
import { findInputs } from './folder.ts'
import type { InputFile } from './input.ts'
import { nameTrick, zipLimits } from './zip.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Paths as shown, with the temporary folder taken off. */
const names = (files: readonly InputFile[]) =>
  files.map(file => file.path.slice(folder.replaceAll('\\', '/').length + 1))

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), content)
}

async function zipped(members: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** An archive with one member, changed after the fact: names and sizes that no honest tool writes. */
async function forged(from: string, to: string, content: string | Buffer = 'a,b\n1,2\n'): Promise<Buffer> {
  const bytes = await zipped({ [from]: content })
  const [old, changed] = [Buffer.from(from), Buffer.from(to)]
  for (let at = bytes.indexOf(old); at !== -1; at = bytes.indexOf(old, at + 1)) changed.copy(bytes, at)
  return bytes
}

test('folders are walked in the order of names, the same on every machine', async () => {
  for (const path of ['b/x.csv', 'a/z.csv', 'a/b/y.csv', 'C.csv', 'a.csv']) await put(path, 'a\n')
  expect(names((await findInputs([folder])).files)).toEqual(['C.csv', 'a/b/y.csv', 'a/z.csv', 'a.csv', 'b/x.csv'])
})

test('what systems and editors leave behind is passed over, in folders and in zips', async () => {
  for (const path of ['.DS_Store', 'Thumbs.db', '~$book.xlsx', '__MACOSX/a.csv', '.git/x.csv', 'real.csv'])
    await put(path, 'a\n')
  await put('b.zip', await zipped({ '__MACOSX/._x.csv': 'a', 'in/.hidden': 'a', 'in/real.csv': 'a\n' }))
  expect(names((await findInputs([folder])).files)).toEqual(['b.zip/in/real.csv', 'real.csv'])
})

test('a link inside a folder is not followed, and that is said', async () => {
  await put('inside/a.csv', 'a\n')
  await put('outside.csv', 'secret\n')
  await symlink(join(folder, 'outside.csv'), join(folder, 'inside', 'b.csv'))
  await symlink(folder, join(folder, 'inside', 'loop'))
  const found = await findInputs([join(folder, 'inside')])
  expect(names(found.files)).toEqual(['inside/a.csv'])
  expect(found.skipped.map(skip => skip.why)).toEqual([
    'a link, which is not followed',
    'a link, which is not followed',
  ])
})

test('a file named twice is read once', async () => {
  await put('a.csv', 'a\n')
  expect((await findInputs([join(folder, 'a.csv'), folder])).files).toHaveLength(1)
})

test('a path that is not there is a fault, and the others are still found', async () => {
  await put('a.csv', 'a\n')
  const found = await findInputs([join(folder, 'nothing.csv'), folder])
  expect(found.faults.map(fault => fault.code)).toEqual(['HEARTH-1101'])
  expect(found.files).toHaveLength(1)
})

test('the members of a zip are files like any other', async () => {
  await put('returns.zip', await zipped({ '2025/episodes.csv': 'CHILD,DECOM\n1,2\n', 'header.csv': 'CHILD\n' }))
  const { files } = await findInputs([folder])
  expect(names(files)).toEqual(['returns.zip/2025/episodes.csv', 'returns.zip/header.csv'])
  const first = files[0] as InputFile
  expect(first.name).toBe('episodes.csv')
  expect(first.size).toBe(16)
  expect((await readCsv(first)).header.cells).toEqual(['CHILD', 'DECOM'])
})

test('the SHA-256 is of the uncompressed bytes, the same in a zip as in a folder', async () => {
  await put('a.csv', 'abc')
  await put('a.zip', await zipped({ 'a.csv': 'abc' }))
  const { files } = await findInputs([folder])
  const sums = await Promise.all(files.map(file => file.sha256()))
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(sums).toEqual([known, known])
})

test.each([
  ['aa/evil.csv', '../evil.csv'],
  ['aaevil.csv', 'c:evil.csv'],
  ['aevil.csv', '/evil.csv'],
  ['a-evil.csv', 'a\\evil.csv'],
  ['a-evil.csv', 'a\0evil.csv'],
])('a zip with a member renamed from %s to %j is refused whole', async (from, to) => {
  await put('bad.zip', await forged(from, to))
  const found = await findInputs([folder])
  expect(found.files).toEqual([])
  expect(found.faults.map(fault => fault.code)).toEqual(['HEARTH-1112'])
})

test('two dots inside a name are no trick', () => {
  expect(nameTrick('2025/a..b.csv')).toBeNull()
  expect(nameTrick('2025/..')).not.toBeNull()
})

test('a zip bomb is refused from its own listing, before anything is unpacked', async () => {
  await put('bomb.zip', await zipped({ 'a.csv': Buffer.alloc(20 << 20) }))
  expect((await findInputs([folder])).faults.map(fault => fault.code)).toEqual(['HEARTH-1113'])
})

test('a zip bomb that lies about its size is stopped at the size it told', async () => {
  const bytes = await zipped({ 'a.csv': Buffer.alloc(20 << 20, 'a') })
  const size = Buffer.alloc(4)
  size.writeUInt32LE(20 << 20)
  const told = Buffer.alloc(4)
  told.writeUInt32LE(1000)
  for (let at = bytes.indexOf(size); at !== -1; at = bytes.indexOf(size, at + 1)) told.copy(bytes, at)
  await put('bomb.zip', bytes)
  const { files } = await findInputs([folder])
  await expect((files[0] as InputFile).survey()).rejects.toMatchObject({ code: 'HEARTH-1102' })
})

test('members and bytes beyond the limits refuse the zip', async () => {
  await put('many.zip', await zipped({ a: '12345', b: '12345', c: '12345' }))
  const codes = async (limits: Partial<typeof zipLimits>) =>
    (await findInputs([folder], { ...zipLimits, ...limits })).faults.map(fault => fault.code)
  expect(await codes({ members: 2 })).toEqual(['HEARTH-1113'])
  expect(await codes({ total: 14 })).toEqual(['HEARTH-1113'])
  expect(await codes({ members: 3, total: 15 })).toEqual([])
})

test('members that overlap each other are refused', async () => {
  const bytes = await zipped({ a: Buffer.from(deflateRawSync(Buffer.from('x'.repeat(99)))), b: 'y' })
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt32LE(bytes.length * 2, directory + 20)
  await put('overlap.zip', bytes)
  expect((await findInputs([folder])).faults.map(fault => fault.code)).toEqual(['HEARTH-1113'])
})

test('a zip inside a zip is not opened, and that is a fault', async () => {
  await put('outer.zip', await zipped({ 'inner.zip': await zipped({ a: 'a' }), 'a.csv': 'a\n' }))
  const found = await findInputs([folder])
  expect(found.faults.map(fault => fault.code)).toEqual(['HEARTH-1114'])
  expect(found.files).toHaveLength(1)
})

test('a zip locked with a password is refused, and that is the reason told', async () => {
  const bytes = await zipped({ 'a.csv': 'a\n' })
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8)
  await put('locked.zip', bytes)
  const { faults } = await findInputs([folder])
  expect(faults[0]).toMatchObject({ code: 'HEARTH-1111', message: expect.stringContaining('password') })
})

test('a file that only calls itself a zip is a fault that says so', async () => {
  await put('fake.zip', 'not a zip at all, not even a little')
  expect((await findInputs([folder])).faults.map(fault => fault.code)).toEqual(['HEARTH-1111'])
})

import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { someWord } from '../records/builders.ts'
import { openRecords } from '../records/records.ts'
import { importInto } from './import.ts'
import { liveApp } from './live-app.ts'

afterAll(removeFolders)

/** The version that a page is of; `says`: whether it says some words. */
const page = (port: number, says?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/', headers: { host: 'localhost' } }, response => {
      let text = ''
      response.on('data', (part: Buffer) => {
        text += part.toString()
      })
      response.on('end', () =>
        resolve(says ? String(text.includes(says)) : (/data version (\d+)/.exec(text)?.[1] ?? text.slice(0, 500))),
      )
    })
      .on('error', reject)
      .end()
  })

test('pages follow a new data version, and a decision to show a number only, without a restart; until it is open the one before answers', async () => {
  const [home, folder] = [newFolder(), newFolder()]
  writeReturn(join(folder, '2024-25'), { header: [{}], episodes: [{}] })
  await importInto(home, [join(folder, '2024-25')], {})
  const { server, close } = await liveApp(home)
  try {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expect(await page(port)).toBe('1')
    const two = [{}, { CHILD: 'B' }]
    writeReturn(join(folder, '2025-26'), { header: two, episodes: two })
    await importInto(home, [join(folder, '2025-26')], {})
    await setTimeout(1_100)
    // This page is the one that finds the new version; it does not wait for it.
    expect(await page(port)).toBe('1')
    await expect.poll(() => page(port), { timeout: 60_000, interval: 500 }).toBe('2')
    const only = 'Shown as a number only'
    expect(await page(port, only)).toBe('false')
    const records = await openRecords({ home })
    const body = { measure: 'children-in-care', reason: 'A test', from: null, to: null }
    await records.words.save([
      someWord({ kind: 'number-only', key: 'children-in-care', period: null, tag: null, body }),
    ])
    await records.close()
    await expect.poll(() => page(port, only), { timeout: 60_000, interval: 500 }).toBe('true')
  } finally {
    await close()
  }
}, 180_000)

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser to test in: `HEARTH_BROWSER`, one that is installed, or Debian's Chromium installed now. Fails with the reason. */
function findBrowser(): string {
  const named = process.env.HEARTH_BROWSER
  if (named) return named
  const found = installed.find(path => existsSync(path))
  if (found) return found
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!canInstall)
    throw new Error('No browser found. Install Chrome, Chromium or Edge, or set HEARTH_BROWSER to its path.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const options of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stderr } = spawnSync('apt-get', options, { env, encoding: 'utf8' })
    if (status !== 0)
      throw new Error(`apt-get ${options.join(' ')} failed, so there is no browser to test in: ${stderr}`)
  }
  return '/usr/bin/chromium'
}

/** A browser window of its own profile, without any network of its own. */
export async function openBrowser(viewport = { width: 1280, height: 900 }): Promise<BrowserContext> {
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'hearth-browser-')), {
    executablePath: findBrowser(),
    headless: true,
    viewport,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

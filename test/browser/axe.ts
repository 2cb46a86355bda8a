import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Faults that axe finds against WCAG 2.2 A and AA, said with the element they are in. The policy forbids scripts in our pages, so axe is put in past it. */
export async function axeFaults(page: Page, address: string): Promise<readonly string[]> {
  const context = await page.context().newCDPSession(page)
  await context.send('Page.setBypassCSP', { enabled: true })
  await page.goto(address)
  await page.evaluate(axe)
  const found = (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  )) as {
    violations: readonly { id: string; help: string; nodes: readonly { html: string }[] }[]
  }
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`)
}

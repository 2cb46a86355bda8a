import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import type { Displayable } from '../disclosure/shown.ts'
import { paperTemplates, rowHelpers } from '../papers/html.ts'
import type { Desk } from '../report/desk.ts'

/** Turns a template and what it may show into a page. No bare number gets in: see `Displayable`. */
export type Render = (template: string, page: { readonly [name: string]: Displayable }) => string

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export function createRenderer(desk: Desk): Render {
  const folders = [
    here('./templates'),
    here('./scorecard'),
    here('./measure'),
    here('./sources'),
    here('./quality'),
    here('./check'),
    here('./journey'),
    here('./where'),
    here('./forecast'),
    paperTemplates,
  ]
  const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), { autoescape: true })
  return (template, page) =>
    templates.render(template, { authority: desk.authority, synthetic: desk.synthetic, ...rowHelpers, ...page })
}

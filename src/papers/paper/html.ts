import { readFileSync } from 'node:fs'
import nunjucks from 'nunjucks'
import type { Displayable } from '../../disclosure/shown.ts'
import { paperTemplates } from '../html.ts'
import { captionOf } from './caption.ts'
import { markOf } from './file-mark.ts'
import type { Paper } from './paper.ts'

const templates = nunjucks.configure(paperTemplates, { autoescape: true, throwOnUndefined: false })

/** Words as a CSS string: all but letters, digits and spaces by their number. */
const cssText = (text: string): string =>
  `"${text.replaceAll(/[^A-Za-z0-9 ]/gu, sign => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`

/** What stands on each printed page: how far the paper is, what it is, its number. */
const pageRules = ({ layout, watermark, title, authority, atText }: Paper): string =>
  [
    `@page { size: A4 ${layout}; margin: 18mm 16mm;`,
    ...(watermark === null
      ? []
      : [`@top-left { content: ${cssText(watermark)}; font: bold 8pt Arial, sans-serif; color: #942514; }`]),
    `@bottom-left { content: ${cssText(`${title}, ${authority.name}, ${atText}`)}; font: 8pt Arial, sans-serif; color: #484949; }`,
    '@bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt Arial, sans-serif; color: #484949; } }',
    ...(layout === 'landscape' ? ['main { max-width: 80rem; }'] : []),
  ].join('\n')

/** A paper as one HTML file that needs nothing else and prints on A4. Each figure is a `data` element of its code. */
export function paperHtml(paper: Paper): string {
  const page: { readonly paper: Paper; readonly about: Displayable; readonly css: string; readonly mark: string } = {
    paper,
    mark: markOf(paper),
    about: [paper.authority.name, paper.subtitle ?? ''].filter(Boolean).join('. '),
    css: `${readFileSync(`${paperTemplates}page.css`, 'utf8')}${pageRules(paper)}`,
  }
  return templates.render('paper.njk', { ...page, captionOf })
}

import type { FastifyPluginAsync } from 'fastify'
import { UserError } from '../../kit/error.ts'
import type { CheckAsked } from '../../report/check-asked.ts'
import type { Desk } from '../../report/desk.ts'
import type { Render } from '../render.ts'

type Options = { readonly desk: Desk; readonly render: Render }
/** What an address may ask, in the order in which links write it. */
const names = ['year', 'rule', 'table', 'child', 'measure', 'effect', 'new', 'order', 'page'] as const
type Query = { readonly [name in (typeof names)[number]]?: string }

/** One of a few answers, or none. Throws HEARTH-1503 for another. */
function oneOf<T extends string>(name: string, text: string | undefined, answers: readonly T[]): T | undefined {
  if (text === undefined || text === '') return undefined
  const found = answers.find(answer => answer === text)
  if (found !== undefined) return found
  throw new UserError(
    'HEARTH-1503',
    `The address asks for "${name}" of "${text}", which is none of its answers.`,
    `Ask for one of: ${answers.join(', ')}.`,
  )
}

function pageOf(text: string | undefined): number {
  if (text === undefined || text === '') return 1
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new UserError('HEARTH-1503', `The address asks for page "${text}".`, 'Pages are numbered from 1.')
}

/** The address with some answers changed; those that are blank are left out. */
const address = (query: Query, change: Query = {}): string => {
  const asked = new URLSearchParams()
  for (const [name, text] of Object.entries({ ...query, ...change }))
    if (text && (names as readonly string[]).includes(name)) asked.append(name, text)
  return asked.size ? `/check?${asked}` : '/check'
}

/**
 * GET /check — what the rules of the return find in the data held, those that could move the scorecard furthest first, by rule, table, child, measure and
 * what is new; and GET /check/child/ID — the child's rows with the marked cells. For analysts.
 */
export const checkPages: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  app.get<{ Querystring: Query }>('/check', async (request, reply) => {
    const { query } = request
    const asked: CheckAsked = {
      ...(query.year ? { year: query.year } : {}),
      rule: query.rule ?? '',
      child: query.child ?? '',
      measure: query.measure ?? '',
      table: query.table ?? '',
      scorecard: oneOf('effect', query.effect, ['scorecard']) !== undefined,
      fresh: oneOf('new', query.new, ['yes']) !== undefined,
      byEffect: oneOf('order', query.order, ['rows', 'effect']) !== 'rows',
      page: pageOf(query.page),
    }
    const view = await desk.check(asked)
    const head = { title: 'Check of the return', current: '/check' }
    reply.type('text/html')
    if (view.kind !== 'checked') return reply.send(render('not-checked.njk', { ...head, view }))
    if (asked.table) oneOf('table', asked.table, view.tables)
    if (Object.keys(view.problems).length) reply.code(400)
    const first = { ...query, page: '' }
    return reply.send(
      render('check.njk', {
        ...head,
        view,
        asked: { ...query },
        filtered: ['rule', 'table', 'child', 'measure', 'effect', 'new'].some(name => query[name as keyof Query]),
        rules: view.rules.map(rule => ({ ...rule, href: `${address(first, { rule: rule.rule })}#findings` })),
        findings: view.findings.map(finding => ({ ...finding, href: childAddress(finding.child, view.year) })),
        unjudged: view.unjudged.map(group => ({ ...group, href: childAddress(group.child, view.year) })),
        next: view.pages.next && `${address(query, { page: view.pages.next })}#findings`,
        previous: view.pages.previous && `${address(query, { page: view.pages.previous })}#findings`,
        again: address(query),
        byEffect: address(first, { order: '' }),
        byRows: address(first, { order: 'rows' }),
        unfiltered: address({ ...(query.year ? { year: query.year } : {}) }),
        childHref: asked.child ? childAddress(asked.child.trim(), view.year) : '',
      }),
    )
  })
  app.get<{ Params: { id: string }; Querystring: { year?: string; fixes?: string } }>(
    '/check/child/:id',
    async (request, reply) => {
      const { year, fixes } = request.query
      const { id } = request.params
      const asked = { child: id, ...(year ? { year } : {}), fixes: oneOf('fixes', fixes, ['yes']) !== undefined }
      const view = await desk.checkChild(asked)
      if (!view) return reply.callNotFound()
      return reply.type('text/html').send(
        render('check-child.njk', {
          title: `Check of the return: child ${view.child}`,
          current: '/check',
          view,
          fixesHref: `${childAddress(view.child, view.year)}&fixes=yes`,
        }),
      )
    },
  )
}

const childAddress = (child: string, year: string): string =>
  child === '' ? '' : `/check/child/${encodeURIComponent(child)}?year=${year}`

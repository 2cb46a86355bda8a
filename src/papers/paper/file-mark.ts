import type { Paper } from './paper.ts'

/** What a file of a paper says of itself, for `hearth verify`: in its keywords, whatever the format. */
export const markOf = ({ edition, template, audience }: Pick<Paper, 'edition' | 'template' | 'audience'>): string =>
  `Hearth ${edition === null ? 'live figures' : `edition ${edition.number}`} template ${template} audience ${audience}`

/** What keywords of a file name: its edition (null: live figures), template and audience; null where they are not ours. */
export function readMark(
  keywords: string,
): { readonly edition: number | null; readonly template: string; readonly audience: string } | null {
  const [, edition, template, audience] =
    /Hearth (?:live figures|edition (\d+)) template (\S+) audience (\w+)/.exec(keywords) ?? []
  if (template === undefined || audience === undefined) return null
  return { edition: edition === undefined ? null : Number(edition), template, audience }
}

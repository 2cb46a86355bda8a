import { type Day, sayDay } from '../kit/day.ts'
import type { Said } from '../review/word.ts'

/** The front matter of a paper and the meeting that it goes to, by the names that templates give them: a text, or a list. */
export function frontTexts(
  front: Said<'front-matter'> | null,
  meeting: { readonly board: string | null; readonly day: Day | null },
): Readonly<Record<string, readonly string[]>> {
  const texts: Record<string, readonly string[]> = {}
  const put = (name: string, ...said: readonly (string | null)[]): void => {
    const held = said.filter(one => one !== null)
    if (held.length > 0) texts[name] = held
  }
  put('meeting', meeting.board)
  put('meeting-date', meeting.day === null ? null : sayDay(meeting.day))
  if (front === null) return texts
  const { body, author } = front
  const yesNo = (answer: boolean): string => (answer ? 'Yes' : 'No')
  put('title', body.title)
  put('authors', author)
  put('director', body.director)
  put('key-decision', yesNo(body.keyDecision))
  put('forward-plan', yesNo(body.forwardPlan))
  put('wards', body.wards.join(', '))
  put('council-approval', yesNo(body.councilApproval))
  put(
    'exempt',
    body.exempt === 'no'
      ? 'No'
      : `${body.exempt === 'part' ? 'In part' : 'Yes'}: paragraph ${String(body.exemptParagraph)} of Part 1 of Schedule 12A to the Local Government Act 1972`,
  )
  put('background-papers', ...body.backgroundPapers)
  put('appendices', ...body.appendices)
  put('other-panels', ...body.otherPanels)
  put('consultation', body.consultation)
  put('summary', body.summary)
  return texts
}

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, addMonths, type Day, monthEnd, sayDay } from '../kit/day.ts'
import { csvText, writeText } from './csv.ts'

const ANALYST = 'A. Lister'
const DIRECTOR = 'R. Marsh'

const head = (fields: Readonly<Record<string, string>>): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${/[:#]|^\[/.test(value) ? JSON.stringify(value) : value}`)
    .join('\n')}\n---\n`

/** What officers and members of an invented council say about the figures at a day: no number is written, each is named. */
function wordFiles(name: string, at: Day): ReadonlyMap<string, string> {
  const said = { author: ANALYST, date: at }
  const month = at.slice(0, 7)
  const paper = `corporate-parenting-${month}`
  const [meeting, due] = [addDays(at, 24), addDays(at, 16)]
  const next = monthEnd(addMonths(at, 2))
  const csv = (header: string, rows: readonly (readonly string[])[]): string => csvText(header.split(','), rows)
  return new Map([
    [
      'front-matter.md',
      `${head({
        kind: 'front matter',
        paper,
        title: `Corporate parenting performance: position at ${sayDay(at)}`,
        board: 'Corporate Parenting Board',
        meeting,
        key_decision: 'no',
        forward_plan: 'no',
        director: `${DIRECTOR}, Director of Children’s Services`,
        wards: 'All',
        exempt: 'no',
        consultation: 'The Children in Care Council is asked to read the page for young people before the meeting.',
        other_panels: 'Children’s Scrutiny Panel',
        ...said,
      })}This report gives the position of ${name} at ${sayDay(at)}. The board is asked to consider what is off target and what will be done about it.\n`,
    ],
    [
      'sections.md',
      `${head({ kind: 'section', ...said, informed_by: 'Head of Legal Services' })}# Legal implications\n\nThe council has the duties of a corporate parent in section 1 of the Children and Social Work Act 2017, and must secure enough suitable places nearby by section 22G of the Children Act 1989.\n\n# Financial and procurement implications\n\nThe places that are named under what we will do are within this year’s budget.\n`,
    ],
    [
      'commentary-by-area.md',
      `${head({ kind: 'commentary', period: month, tag: 'performance', status: 'approved', approved_by: DIRECTOR, ...said, informed_by: 'Head of Children in Care' })}## Sufficiency and placements\n\nThe placements team meets every week about children who live far from home. A move is made only where it is right for the child.\n\n## Permanency\n\nPlans for a permanent home are followed month by month, with the legal team, from the second review on.\n`,
    ],
    [
      'commentary-by-measure.md',
      `${head({ kind: 'commentary', period: month, tag: 'performance', status: 'submitted', ...said, informed_by: 'Head of Placements' })}## CP12\n\nOf {{CP12.denominator}} children, {{CP12.numerator}} live more than 20 miles from home ({{CP12.value}}). Each was looked at this month: some live with relatives or in a home that meets a need no nearer home meets.\n\n## CP1\n\nOn the last day of the month {{CP1.value}} children were in care; the month before it was {{CP1.prior}}.\n`,
    ],
    [
      'standing-note.md',
      `${head({ kind: 'standing note', measure: 'CP11', ...said, author: DIRECTOR })}We go on looking for an adoptive family for as long as that is reasonable. A child who waited long lengthens this average when the search succeeds.\n`,
    ],
    [
      'actions.csv',
      csv('measure,period,name,text,owner,due,author,informed_by,date', [
        [
          'CP12',
          month,
          '',
          'Offer the two homes that are ready first to children placed furthest away.',
          'Head of Placements',
          next,
          DIRECTOR,
          'Assistant Director',
          at,
        ],
        [
          'CP13',
          month,
          'carers',
          'Recruit foster households with a campaign in the spring.',
          'Fostering manager',
          addMonths(next, 3),
          DIRECTOR,
          'Assistant Director',
          at,
        ],
        [
          'CP17',
          month,
          '',
          'Agree with every home what help it has before a placement is ended.',
          'Head of Placements',
          next,
          DIRECTOR,
          'Assistant Director',
          at,
        ],
        [
          'CP24',
          month,
          '',
          'A personal adviser sees each young person without work or training, with the job centre.',
          'Leaving care manager',
          next,
          DIRECTOR,
          'Assistant Director',
          at,
        ],
      ]),
    ],
    [
      'priorities.csv',
      csv('priority,title,measures,owner,from,to,author,informed_by,date,text', [
        [
          'close-to-home',
          'Children grow up near the people they know',
          'CP12; CP13; CP14',
          'Head of Placements',
          '',
          '',
          DIRECTOR,
          'Corporate Parenting Board',
          at,
          'We recruit carers where there are too few, and bring children back where that is right for them.',
        ],
        [
          'one-home',
          'Children stay in one home',
          'CP17; three-or-more-placements; long-term-stability',
          'Head of Children in Care',
          '',
          '',
          DIRECTOR,
          'Corporate Parenting Board',
          at,
          'Those who care for children get help before a placement ends.',
        ],
        [
          'permanent',
          'Children have a permanent home without delay',
          'CP7; CP8; CP10',
          'Head of Permanence',
          '',
          '',
          DIRECTOR,
          'Corporate Parenting Board',
          at,
          'Every child has a plan for a permanent home by the second review.',
        ],
      ]),
    ],
    [
      'calendar.csv',
      csv('board,meeting,papers_due,data_as_at,author,date', [
        ['Corporate Parenting Board', meeting, due, at, ANALYST, at],
      ]),
    ],
    [
      'case-study.md',
      `${head({ kind: 'case study', paper, title: 'Back near school', anonymised: 'yes', consent: 'yes', consent_date: addDays(at, -20), consent_scope: 'board', consent_ends: addDays(at, 345), ...said, author: 'Participation worker' })}A young person moved back to a foster family near their school after a year away, and chose the family with their social worker. (Invented, as everyone here is.)\n`,
    ],
  ])
}

/** Writes `words/` of a month end: commentary, front matter, priorities, actions and the rest, as `hearth words import` reads them. Gives the folder. */
export async function writeWords(folder: string, council: string, at: Day): Promise<string> {
  const to = join(folder, 'words')
  await mkdir(to, { recursive: true })
  for (const [file, text] of wordFiles(council, at)) await writeText(join(to, file), text)
  return to
}

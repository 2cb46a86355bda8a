import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** For tests: returns written as a council would write them. A row states only what matters; a valid child has the rest. */
export type GivenRow = Readonly<Record<string, string>>
export type GivenReturn = Readonly<Partial<Record<keyof typeof valid, readonly GivenRow[]>>>

const DOB = '15/06/2014'
const valid = {
  header: { CHILD: 'A', SEX: 'F', DOB, ETHNIC: 'WBRI', UPN: 'UN1', MOTHER: '0', MC_DOB: '' },
  episodes: {
    CHILD: 'A',
    DECOM: '01/05/2024',
    RNE: 'S',
    LS: 'C2',
    CIN: 'N1',
    PLACE: 'U6',
    PLACE_PROVIDER: 'PR1',
    DEC: '',
    REC: '',
    REASON_PLACE_CHANGE: '',
    HOME_POST: 'QA1 1AA',
    PL_POST: 'QA1 1AB',
    URN: 'SC999999',
  },
  uasc: { CHILD: 'A', SEX: 'F', DOB, DUC: '' },
  reviews: { CHILD: 'A', DOB, REVIEW: '20/05/2024', REVIEW_CODE: 'PN1' },
  oc2: {
    CHILD: 'A',
    DOB,
    SDQ_SCORE: '10',
    SDQ_REASON: '',
    CONVICTED: '0',
    HEALTH_CHECK: '',
    IMMUNISATIONS: '1',
    TEETH_CHECK: '1',
    HEALTH_ASSESSMENT: '1',
    SUBSTANCE_MISUSE: '0',
    INTERVENTION_RECEIVED: '',
    INTERVENTION_OFFERED: '',
  },
  oc3: { CHILD: 'A', DOB: '15/06/2005', IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1' },
  ad1: {
    CHILD: 'A',
    DOB,
    DATE_INT: '01/06/2024',
    DATE_MATCH: '01/08/2024',
    FOSTER_CARE: '0',
    NB_ADOPTR: '2',
    SEX_ADOPTR: 'MF',
    LS_ADOPTR: 'L11',
  },
  placed_for_adoption: { CHILD: 'A', DOB, DATE_PLACED: '01/06/2024', DATE_PLACED_CEASED: '', REASON_PLACED_CEASED: '' },
  previous_permanence: { CHILD: 'A', DOB, PREV_PERM: 'Z1', LA_PERM: '', DATE_PERM: '' },
  missing: { CHILD: 'A', DOB, MISSING: 'M', MIS_START: '01/07/2024', MIS_END: '03/07/2024' },
  sw_episodes: { CHILD: 'A', DOB, SW_ID: 'SW1', SW_DECOM: '01/05/2024', SW_DEC: '', SW_REASON: 'MANAGE' },
  dolo: { CHILD: 'A', DOB, DOLO_START: '01/05/2026', DOLO_END: '' },
} as const

export type ReturnFile = keyof typeof valid

/** The text of a table: its columns as the return has them, the given rows over a valid child's. */
export function csvOf(file: ReturnFile, rows: readonly GivenRow[]): string {
  const columns = Object.keys(valid[file])
  const lines = rows.map(row => columns.map(column => ({ ...valid[file], ...row })[column as 'CHILD']).join(','))
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

/** Writes a return: a CSV file for each table given. */
export function writeReturn(folder: string, tables: GivenReturn): string {
  mkdirSync(folder, { recursive: true })
  for (const [file, rows] of Object.entries(tables) as [ReturnFile, readonly GivenRow[]][])
    writeFileSync(join(folder, `${file}.csv`), csvOf(file, rows))
  return folder
}

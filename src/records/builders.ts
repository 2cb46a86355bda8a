import { day } from '../kit/day.ts'
import type {
  Annotation,
  DataVersion,
  Finding,
  NewEdition,
  NewForecast,
  NewWord,
  StepTaken,
  Target,
  VersionFile,
} from './records.ts'

// Valid by default, for tests: a test states only what matters to it.

export const someFile = (changes: Partial<VersionFile> = {}): VersionFile => ({
  path: '2025-26/episodes.csv',
  sha256: 'a'.repeat(64),
  table: 'Episodes',
  authority: 'E06000999',
  collectionYear: 2026,
  extractDate: day('2026-03-31'),
  rowsRead: 10,
  used: 6,
  duplicate: 2,
  superseded: 1,
  setAside: 1,
  ...changes,
})

export const someFinding = (changes: Partial<Finding> = {}): Finding => ({
  severity: 'warning',
  code: 'code-in-lower-case',
  file: '2025-26/episodes.csv',
  line: 42,
  column: 'PLACE',
  found: 'u1',
  why: 'The code is in lower case.',
  fix: 'Send it as U1.',
  table: 'Episodes',
  count: 3,
  ...changes,
})

export const someVersion = (number: number, changes: Partial<DataVersion> = {}): DataVersion => ({
  number,
  madeAt: '2026-11-09T09:30:00.000Z',
  madeBy: 'analyst',
  fresh: false,
  extractDate: day('2026-10-31'),
  details: { authorities: ['E06000999'], note: null },
  files: [someFile()],
  findings: [someFinding()],
  ...changes,
})

export const someTarget = (changes: Partial<Target> = {}): Target => ({
  measure: 'CP8',
  from: day('2026-04-01'),
  to: null,
  operator: '>=',
  value: 20,
  high: null,
  amberWithin: 2,
  amberPercent: null,
  profile: null,
  rationale: null,
  setBy: 'Corporate Parenting Board',
  agreedOn: day('2026-03-11'),
  ...changes,
})

export const someAnnotation = (changes: Partial<Annotation> = {}): Annotation => ({
  measure: 'CP8',
  from: day('2026-04-01'),
  to: null,
  text: 'A new way of recording',
  kind: 'practice',
  author: null,
  date: null,
  recurs: null,
  ...changes,
})

export const someStep = (step: StepTaken['step'], changes: Partial<StepTaken> = {}): StepTaken => ({
  step,
  by: 'R. Marsh',
  role: 'Director of children’s services',
  at: '2026-11-20T10:00:00.000Z',
  note: null,
  ...changes,
})

export const someEdition = (changes: Partial<NewEdition> = {}): NewEdition => ({
  name: 'November board',
  at: day('2026-10-31'),
  scorecard: 'corporate-parenting',
  dataVersion: 1,
  replaces: null,
  content: '{"format":1}',
  seal: 'b'.repeat(64),
  made: someStep('made', { by: 'A. Lister', role: 'Performance analyst', at: '2026-11-12T10:00:00.000Z' }),
  ...changes,
})

export const someWord = (changes: Partial<NewWord> = {}): NewWord => ({
  kind: 'commentary',
  key: 'placed-over-20-miles',
  period: day('2026-10-31'),
  body: { text: 'Two homes nearby have opened.' },
  tag: 'performance',
  author: 'A. Lister',
  informedBy: 'Head of Children in Care',
  saidOn: day('2026-11-09'),
  replaces: null,
  withdrawn: false,
  ...changes,
})

export const someForecast = (changes: Partial<NewForecast> = {}): NewForecast => ({
  mark: 'c'.repeat(64),
  at: day('2026-10-31'),
  dataVersion: 1,
  method: 'population simulation 1',
  content: '{"format":1}',
  seal: 'd'.repeat(64),
  ...changes,
})

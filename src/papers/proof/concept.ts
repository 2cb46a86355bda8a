/** What a figure is about, as councils call it, and whether more of it is good. Used to know "better" and to know one thing named twice. */
export type Concept = {
  readonly id: string
  readonly says: RegExp
  readonly not?: RegExp
  /** Whether whoever names it means the same measure; "pathway plans" may be had, reviewed or written. */
  readonly one?: true
  readonly good: 'high' | 'low' | null
}

/** In order: the first that a clause matches is what it is about. */
export const concepts: readonly Concept[] = [
  {
    id: 'care leavers in education, employment or training',
    one: true,
    says: /care (?:leav\w+|experienced)[^.]*\b(?:EET|education,? (?:employment|training)|employment,? education)|\bEET\b[^.]*care leav|(?:education|training)[^.]*employment[^.]*care leav/i,
    not: /\bNEET\b|not in (?:education|employment)/i,
    good: 'high',
  },
  {
    id: 'care leavers not in education, employment or training',
    says: /\bNEET\b|not in (?:education|employment)/i,
    good: 'low',
  },
  {
    id: 'suitable accommodation',
    one: true,
    says: /suitable (?:accommodation|homes?|housing)/i,
    not: /unsuitable/i,
    good: 'high',
  },
  { id: 'persistent absence', one: true, says: /persistent(?:ly)? absen/i, good: 'low' },
  { id: 'sessions missed', says: /sessions? (?:\w+ ){0,2}(?:lost|missed)|\babsence\b/i, good: 'low' },
  { id: 'attendance', says: /\battendance\b/i, good: 'high' },
  { id: 'exclusions', says: /\b(?:exclusions?|suspensions?)\b/i, good: 'low' },
  { id: 'personal education plans', says: /personal education plan|\bPEPs?\b/i, good: 'high' },
  { id: 'pathway plans', says: /pathway plan/i, good: 'high' },
  { id: 'health assessments', says: /health (?:assessment|check)s?/i, good: 'high' },
  { id: 'dental checks', says: /\bdent(?:al|ist)/i, good: 'high' },
  { id: 'immunisations', says: /immunis|vaccinat/i, good: 'high' },
  { id: 'SDQ score', says: /(?:SDQ|strengths? and difficult\w+)[^.]*\bscore|score[^.]*\bSDQ/i, good: 'low' },
  { id: 'SDQ completion', says: /\bSDQs?\b|strengths? and difficult/i, good: 'high' },
  { id: 'offending', says: /offend|convict|youth caution|\bremand/i, good: 'low' },
  { id: 'missing', says: /\bmissing\b/i, good: 'low' },
  { id: 'substance misuse', says: /substance misuse/i, good: 'low' },
  {
    id: 'three or more placements',
    one: true,
    says: /(?:three|3)(?: or more|\+)[^.]*(?:placement|move)/i,
    good: 'low',
  },
  { id: 'long-term stability', says: /long[- ]term[^.]*stability|placement stability/i, good: 'high' },
  { id: 'placement breakdowns', says: /break(?:ing)?[- ]?downs?|placement disruption/i, good: 'low' },
  {
    id: 'placed over 20 miles away',
    one: true,
    says: /(?:more than|over|outside(?: of)?|beyond)[^.]{0,10}20[- ]mile/i,
    good: 'low',
  },
  {
    id: 'placed with parents',
    one: true,
    says: /plac\w+ with (?:their )?parents?|with parents\b|living at home and subject to a care order|at home (?:with parents )?(?:on|under) (?:a )?care order/i,
    good: 'low',
  },
  { id: 'connected carers', says: /connected (?:carers?|persons?)|kinship/i, good: null },
  { id: 'unaccompanied children', says: /unaccompanied/i, good: null },
  {
    id: 'reviews on time',
    says: /\breviews?\b[^.]*(?:on time|in time|timescale|timel)|timel\w+ of reviews/i,
    good: 'high',
  },
  { id: 'visits on time', says: /\bvisit(?:s|ed)?\b[^.]*(?:on time|in time|timescale|timel)/i, good: 'high' },
  {
    id: 'entering care to adoption',
    says: /entering care[^.]*(?:adopt|moving in|placed)|time to adoption|\bA1\b/i,
    good: 'low',
  },
  { id: 'placement order to match', says: /placement order[^.]*match|\bA2\b/i, good: 'low' },
  { id: 'caseload', says: /caseloads?/i, good: 'low' },
  { id: 'vacancies', says: /vacanc|turnover|sickness|agency (?:social )?workers/i, good: 'low' },
  { id: 'audits', says: /\baudits?\b[^.]*(?:good|outstanding)/i, good: 'high' },
  { id: 'residential', says: /residential/i, good: 'low' },
  { id: 'waiting', says: /\bwait(?:ing|s)?\b/i, good: 'low' },
  { id: 'complaints', says: /complaints?/i, good: 'low' },
  {
    id: 'rate in care',
    says: /(?:rate|per 10,000)[^.]*(?:in care|looked after|care population)|(?:in care|looked after|\bCiC\b|\bLAC\b)[\s\S]{0,60}(?:rate|per 10,000)|children per 10,000|population rate/i,
    good: 'low',
  },
]

export const conceptOf = (text: string): Concept | null =>
  concepts.find(({ says, not }) => says.test(text) && !not?.test(text)) ?? null

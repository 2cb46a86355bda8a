import type { FigureKind, Nearness } from './figure.ts'
import { numberWord } from './number-word.ts'

/** A way of writing something, and what it is. Rules are tried in order; what one has taken no later one sees. */
export type FigureRule = { readonly kind: FigureKind; readonly pattern: RegExp }

const months =
  '(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\\b'
const digits = '\\d{1,3}(?:,\\d{3})+|\\d+'
const decimal = `(?:${digits})(?:\\.\\d+)?`
const small = `(?:\\d{1,2}|${numberWord})`
const span = '(?:days?|weeks?|months?|years?|hours?|quarters?|terms?)'

const rule = (kind: FigureKind, source: string): FigureRule => ({
  kind,
  pattern: new RegExp(`(?<![\\w.,£\\u0000])(?:${source})(?![\\w\\u0000])`, 'gi'),
})

/** Everything written like a number that is not a figure: ages, sections, days, distances, names with digits. */
const labels: readonly FigureRule[] = [
  { kind: 'label', pattern: /\S+@\S+|https?:\S+|\b0\d{3,4} ?\d{3} ?\d{3,4}\b/gi },
  rule('label', `\\d{1,2}[.:]\\d{2} ?(?:am|pm|hours)|\\d{1,2} ?(?:am|pm)`),
  rule('date', `(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \\d{1,2}(?:st|nd|rd|th)?,? ${months},? (?:19|20)\\d{2}`),
  rule('date', `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${months}(?:,? (?:19|20)\\d{2})?`),
  rule('date', `\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})|(?:19|20)\\d{2}-\\d{2}-\\d{2}`),
  rule('date', `${months},? (?:19|20)\\d{2}`),
  {
    kind: 'date',
    pattern: new RegExp(`(?<=\\b(?:in|of|since|to|until|from|by|end) )${months},? ?[0-3]\\d(?![\\w.,%/])`, 'gi'),
  },
  rule('date', `(?:19|20)\\d{2} ?(?:[-/–]|to) ?(?:(?:19|20)\\d{2}|\\d{2})(?!\\.\\d)`),
  rule('date', `\\d{2}/\\d{2}(?= (?:financial|academic|year|inspection|outturn|out-turn)|[,.;)]| \\()`),
  rule(
    'date',
    `(?:19|20)\\d{2}(?![.,]?\\d| (?:children|young|care|pupils|placements|people|reviews|visits|hours|appointments|contacts|referrals))`,
  ),
  rule('date', `q[1-4](?:/q?[1-4])?|(?:quarter|qtr) (?:[1-4]|one|two|three|four)`),
  rule('date', months.replace('may|', '')),
  {
    kind: 'date',
    pattern: /(?<=\b(?:in|of|since|to|until|from|by|end|and|during|for|at|between) )may(?= (?!be|have)|[,.;:)]|$)/gi,
  },
  rule('label', `covid[- ]?\\d+|[a-z]{1,4}\\d+[a-z]?\\d*|\\d+[a-z]\\d*(?!\\w)(?<!\\d[kmpx])`),
  rule(
    'label',
    `(?:sections?|s\\.|regulations?|reg|table|appendix|page|pages|paragraphs?|paras?|items?|recommendations?|figure|chart|graph|slide|box|annex|stages?|key stage|level|phase|part|priority|objective|grade|tier|teams?|wards?|case study|case|home|form|no\\.|(?<!(?:together|children|people|carers|households|pupils|placements|they) )number|schedule|article|rule|volume|version|group|band|option|step|list|standard|chapter) (?:\\d+(?:\\.\\d+)*[a-z]?(?:(?:, \\d+)* (?:and|or|to|&) \\d+(?:\\.\\d+)*[a-z]?|[-–]\\d+)?)(?!\\.?\\d|%| (?:children|of))`,
  ),
  rule('label', `year (?:\\d|1[0-3])(?:(?: and| or| to|-|–) ?\\d{1,2})?(?![\\d.,]*\\d|%| (?:children|of))`),
  rule('label', `(?:stages?|phase|level|tier|part|option|case study) (?:one|two|three|four|five)`),
  rule('label', `\\d+(?:st|nd|rd|th)`),
  rule('label', `${decimal}[- ]?(?:miles?|km|kilometres|place|bed|bedded|point scale)`),
  rule(
    'label',
    `(?:ages?|aged|turned|turning|reach(?:ed|ing)?) (?:of )?(?:between |from |over |under )?${small}(?: ?(?:to|and|-|–|or) ?${small}(?! (?:under|over|aged)\\b))?(?: (?:or|and) (?:over|under|older|younger|more|above))?(?!\\.\\d|%)`,
  ),
  rule(
    'label',
    `${small}(?: ?(?:to|and|or|-|–) ?${small})?[- ]?year[- ]?olds?|${small}(?: ?(?:to|-|–) ?${small})? years? (?:of age|old)`,
  ),
  rule('label', `${small} (?:or|and) (?:more|over|older|under|younger|above|fewer|less|below)(?! than)`),
  rule('label', `(?:\\d{1,2})\\+`),
  rule('label', `${small} or ${small}(?! (?:children|households|per))`),
  {
    kind: 'label',
    pattern: new RegExp(`\\bbetween ${decimal}(?:%| per ?cent)? and ${decimal}(?:%| per ?cent)?(?![\\w.])`, 'gi'),
  },
  {
    kind: 'label',
    pattern: new RegExp(
      `(?<!\\b(?:from|by) )(?<![\\w.,£/])${small}%?(?: to |–)${small}(?![\\w.,]*\\d)(?:%| per ?cent|(?=[ ,:;.)]))`,
      'gi',
    ),
  },
  { kind: 'label', pattern: /(?<![\w.,£/])\d{1,3}[-–]\d{1,3}(?![\w./%-])/gi },
  { kind: 'label', pattern: new RegExp(`\\b(?:under|over)[- ](?:\\d{1,2}|${numberWord})s(?!\\w)`, 'gi') },
  {
    kind: 'label',
    pattern: new RegExp(
      `(?<=\\b(?:children|those|babies|people|are|were|infants|pupils) (?:are |were |who are )?(?:aged )?|\\b\\d{1,3} )(?:under|over) ${small}(?=[\\s,.;)])(?! (?:children|per|%|months|weeks|young))(?!%)`,
      'gi',
    ),
  },
  rule(
    'date',
    `(?:last|past|previous|preceding|next|first|within|every|following|coming|least|than|after|for) (?:the )?${small}(?:\\.\\d)?(?:[- ](?:working|calendar|consecutive))?[- ]${span}`,
  ),
  rule(
    'date',
    `(?:rolling|the|in|over the) ${small}[- ](?:month|months|year|years|week|weeks)(?= (?:to|ending|period|average|up|before|since|ago|rolling))`,
  ),
  rule(
    'date',
    `${small}[- ](?:working days|month|year|week|day|quarter|term)(?= (?:period|average|target|high|low|plan|threshold|standard|rolling|programme|timescale|strategy|old))`,
  ),
  rule(
    'label',
    `one (?=(?:of|another|or|that|to|area|who|which|hand|time|place)\\b)(?!of)|no one|any one|each one|this one|once|one-to-one`,
  ),
]

const measures: readonly FigureRule[] = [
  rule(
    'points',
    `(?:${decimal}|${numberWord})(?: ?%)?(?:-| )?(?:percentage|per ?cent|%)?[- ]?(?:points?\\b|ppts?|pp|p\\.p\\.)`,
  ),
  rule('points', `${decimal} of a (?:percentage )?point`),
  { kind: 'money', pattern: new RegExp(`£ ?${decimal} ?(?:k|m|bn|million|thousand|billion)?(?![\\w\\u0000])`, 'gi') },
  {
    kind: 'percent',
    pattern: new RegExp(
      `(?<![\\w.,£/\\u0000])(?:[-−+])?(?:${decimal}) ?(?:%|per ?cent\\b)|\\b(?:${numberWord})(?:-| )per ?cent\\b`,
      'gi',
    ),
  },
  rule(
    'rate',
    `${decimal}(?: (?:children|young people|per))?(?: (?:looked after|in care))? ?per (?:10,000|10 ?000|10k|1,000|100,000|ten thousand|head of)`,
  ),
  {
    kind: 'label',
    pattern:
      /\b(?:per|for every|of every|in every)? ?(?:10,000|100,000|10k|ten thousand)(?= (?:children|population|under|of|aged|0)|[.,;)]| |$)(?<=(?:per|every) (?:10,000|100,000|10k|ten thousand))/gi,
  },
  { kind: 'label', pattern: /\b10k(?= population)/gi },
  rule('number', `${decimal} ?: ?1`),
  rule('share', `(?:${small}) (?:in|of|out of) every (?:[\\d,]+|${numberWord})`),
  rule(
    'share',
    `(?:${small}) in (?:\\d{1,3}(?! ?%)|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)(?= (?!months|weeks|days|years|homes|placements|schools|teams|wards|residential|foster)[a-z]|[,.;)]| \\()`,
  ),
  rule(
    'share',
    `an eighth(?= of|[,.;)])|two[- ]thirds|(?:a|one)[- ]third(?! (?:quarter|time|year|month|party|sector|successive|consecutive|term|person|of a))|three[- ]quarters|(?:two|three|four)[- ]fifths|one[- ](?:quarter|fifth|tenth)|a (?:fifth|sixth|eighth|tenth)(?= of|[,.;)]| (?:more|fewer|less|higher|lower|shorter|longer|increase|rise|fall|reduction|drop))|(?<=\\b(?:almost|nearly|about|around|roughly|over|under|by|rise of|fall of|drop of|increase of|decrease of|reduction of|more than|less than) )a quarter(?! of an)|a quarter(?= of| (?:were|are|had|have|live|reside))|half(?! ?-|-?(?: a)? (?:year|term|day|way|hour|sibling|brother|million|hearted|of the year))`,
  ),
  rule('time', `(?:${decimal}|${numberWord})[- ](?:working |calendar )?(?:days?|weeks?|months?|years?|hours?)`),
]

const counts: readonly FigureRule[] = [
  rule('number', `[-−+]?(?:${digits})\\.\\d+`),
  rule('count', `${digits}`),
  rule('count', numberWord),
]

export const figureRules: readonly FigureRule[] = [...labels, ...measures, ...counts]

/** Words before a figure that say how near it is, longest first. */
export const nearWords: readonly (readonly [RegExp, Nearness])[] = [
  [/(?:just|slightly|a little|marginally) (?:over|above|more than)(?: a)?\s*$/i, 'just over'],
  [
    /(?:(?:just|slightly|a little) (?:under|below|less than|short of)|nearly|almost|approaching|close to)(?: a)?\s*$/i,
    'just under',
  ],
  [/(?:about|around|approximately|approx\.?|roughly|some|circa|in the region of|\bca?\.?)\s*$/i, 'about'],
  [/(?:more than|over|at least|upwards of|in excess of|exceeding)\s*$/i, 'over'],
  [/(?:less than|fewer than|under|up to|at most|no more than)\s*$/i, 'under'],
]

export const shareValues: Readonly<Record<string, number>> = {
  half: 50,
  'one third': 100 / 3,
  'a third': 100 / 3,
  'two thirds': 200 / 3,
  'a quarter': 25,
  'one quarter': 25,
  'three quarters': 75,
  'a sixth': 100 / 6,
  'an eighth': 12.5,
  'a eighth': 12.5,
  'one fifth': 20,
  'a fifth': 20,
  'two fifths': 40,
  'three fifths': 60,
  'four fifths': 80,
  'one tenth': 10,
  'a tenth': 10,
}

import { type Random, randomFrom, seedOf } from './random.ts'

export type Post = {
  readonly text: string
  readonly east: number
  readonly north: number
  readonly la: string
  readonly ward: string
  /** Rank of the small area in England, 1 the most deprived of 33,755 (2025 edition); 0 outside England. */
  readonly rank: number
}
type Ward = { readonly code: string; readonly name: string; readonly band: number }
export type Place = {
  readonly code: string
  readonly oldCode: string
  readonly name: string
  readonly region: string
  readonly east: number
  readonly north: number
  readonly wards: readonly Ward[]
  readonly posts: readonly Post[]
}
type Region = { readonly code: string; readonly name: string }
export type Country = {
  readonly places: readonly Place[]
  readonly regions: readonly Region[]
  readonly abroad: readonly Post[]
}

const RANKS = 33_755
const SPACING = 26_000
const RADIUS = 11_500
// No postcode area begins with Q, V or X (Royal Mail's first-position rule), so none of these can be anyone's address.
const FIRST = 'QVX'
const SECOND = 'ABCDEFGHKLMNOPQRSTUVWXY'
// Letters that an inward code may have.
const INWARD = 'ABDEFGHJLNPQRSTUWXYZ'

const STARTS = [
  'Alder',
  'Birch',
  'Cold',
  'Dun',
  'Elder',
  'Fern',
  'Gorse',
  'Hazel',
  'Iron',
  'Juniper',
  'Kestrel',
  'Lark',
  'Marl',
  'Nether',
  'Over',
  'Peat',
]
const ENDS = ['ham', 'wick', 'borough', 'combe', 'mere', 'stead', 'thorpe', 'by', 'minster', 'haven']
const WARDS = [
  'Harbourside',
  'Mill Bank',
  'Westfield',
  'Old Town',
  'Priory',
  'Kiln Lane',
  'Station',
  'Northgate',
  'Low Moor',
  'Parkside',
  'Chapel Hill',
  'Quarry',
  'Riverside',
  'Beacon',
  'Eastholme',
  'Summerfield',
  'Ropewalk',
  'Tannery',
  'Castle Mount',
  'Weir',
]
const REGIONS = [
  'Northern Reach',
  'Vale',
  'Eastern Marsh',
  'Midshires',
  'Western Combe',
  'Southern Downs',
  'Coastal',
  'Upland',
  'Capital Ring',
]

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** Outward part of the nth authority's district k: letters nobody uses, then a number. */
function outward(index: number, k: number): string {
  const pair = index % (FIRST.length * SECOND.length)
  const round = Math.floor(index / (FIRST.length * SECOND.length))
  return `${FIRST[Math.floor(pair / SECOND.length)]}${SECOND[pair % SECOND.length]}${round * 9 + k + 1}`
}

function postsOf(
  random: Random,
  index: number,
  count: number,
  la: string,
  east: number,
  north: number,
  wards: readonly Ward[],
): Post[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = random.next() * 2 * Math.PI
    const reach = Math.sqrt(random.next()) * RADIUS
    const ward = wards[Math.min(wards.length - 1, Math.floor((angle / (2 * Math.PI)) * wards.length))]
    const rank = ward ? Math.ceil(((ward.band - 1 + random.next()) / 20) * RANKS) : 0
    const number = Math.floor(i / 9)
    const inward = `${(i % 9) + 1}${INWARD[Math.floor(number / INWARD.length) % INWARD.length]}${INWARD[number % INWARD.length]}`
    return {
      text: `${outward(index, Math.floor(i / (9 * INWARD.length * INWARD.length)) * 3 + (i % 3))} ${inward}`,
      east: Math.round(east + Math.cos(angle) * reach),
      north: Math.round(north + Math.sin(angle) * reach),
      la,
      ward: ward?.code ?? '',
      rank,
    }
  })
}

/**
 * An invented country: authorities on a grid 26 km apart, each with wards and postcodes, and a little beyond the border.
 * The first `authorities` are councils with children; the rest only have places to be placed in.
 */
export function countryOf(seed: number, authorities: number, postsEach: number): Country {
  const random = randomFrom(seedOf(seed, 11))
  const total = Math.max(25, authorities)
  const side = Math.ceil(Math.sqrt(total))
  const centre = Math.floor(side / 2) * side + Math.floor(side / 2)
  const regions = REGIONS.map((name, i) => ({ code: `E1200009${i + 1}`, name }))
  const places = Array.from({ length: total }, (_, i): Place => {
    // The first council stands in the middle of the country, so that it has neighbours on every side.
    const cell = i === 0 ? centre : i === centre ? 0 : i
    const east = 300_000 + (cell % side) * SPACING
    const north = 250_000 + Math.floor(cell / side) * SPACING
    const code = `E0699${pad(i + 1, 4)}`
    const shift = random.int(0, 9)
    const wards = WARDS.map(
      (name, w): Ward => ({
        code: `E0599${pad(i * WARDS.length + w + 1, 4)}`,
        name,
        band: Math.max(1, Math.min(20, Math.round(((w * 7 + shift) % 20) * 0.85 + 1))),
      }),
    )
    const name = `${STARTS[i % STARTS.length]}${ENDS[Math.floor(i / STARTS.length) % ENDS.length]}`
    const region = regions[Math.min(8, Math.floor((Math.floor(cell / side) * 9) / side))]?.code ?? ''
    const posts = postsOf(random, i, i < authorities ? postsEach : 70, code, east, north, wards)
    return { code, oldCode: String(i < 100 ? 100 + i : 400 + i), name, region, east, north, wards, posts }
  })
  const wales = postsOf(random, total, 12, 'W06990001', 190_000, 290_000, [])
  const scotland = postsOf(random, total + 1, 12, 'S12990001', 310_000, 590_000, [])
  return { places, regions, abroad: [...wales, ...scotland] }
}

/** Straight line in miles, not rounded (ssda903.md 3.8). */
export const miles = (a: Post, b: Post): number => Math.hypot(a.east - b.east, a.north - b.north) / 1000 / 1.6093

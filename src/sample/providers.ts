import type { Child, Placement } from './child.ts'
import { type Country, miles, type Place, type Post } from './geography.ts'
import { type Random, randomFrom, seedOf } from './random.ts'
import { IN_AREA, type Kind } from './rates.ts'

/** A registered setting or agency: its postcode (an agency's carers live elsewhere), who runs it, and its number. */
type Setting = { readonly post: Post; readonly provider: string; readonly urn: string }

/** Everything a council can place a child with. */
export type Providers = {
  readonly place: Place
  readonly posts: ReadonlyMap<string, Post>
  /** A placement of this kind for a child, different from the one it follows. */
  readonly find: (
    kind: Kind,
    child: Pick<Child, 'home' | 'uasc'>,
    long: boolean,
    after: Placement | null,
    random: Random,
  ) => Omit<Placement, 'from' | 'same' | 'why'>
  /** Somewhere else in the same part of the world as a postcode: the carers have moved house, or a stay in hospital. */
  readonly nearby: (post: string, home: string, random: Random) => string
  readonly adoption: (random: Random) => { readonly provider: string; readonly urn: string }
}

/** Settings whose postcode is the registered one, so that number and postcode go together (rule 221). */
const ROSTER = { children: 46, secure: 5, school: 8, family_centre: 5, supported: 34 } as const
type RosterKind = keyof typeof ROSTER
const isRostered = (kind: Kind): kind is RosterKind => kind in ROSTER

const CODE_OF: Readonly<Record<Kind, string>> = {
  own: 'U6',
  agency: 'U6',
  kin: 'U3',
  children: 'K2',
  secure: 'K1',
  school: 'S1',
  care_home: 'R1',
  health: 'R2',
  family_centre: 'R3',
  custody: 'R5',
  supported: 'K3',
  parents: 'P1',
  other: 'Z11',
  work: 'P3',
}
const OTHERS = ['Z11', 'Z12', 'Z13', 'Z14']

/** Builds what one council can use. Own provision stands in the council's own area (rule 1015). */
export function providersOf(country: Country, index: number, seed: number): Providers {
  const random = randomFrom(seedOf(seed, 21, index))
  const here = country.places[index]
  if (!here) throw new Error(`no authority ${index}`)
  const others = country.places.filter(other => other !== here)
  const gap = (other: Place): number => Math.hypot(other.east - here.east, other.north - here.north)
  const near = others.filter(other => gap(other) < 40_000)
  const far = others.filter(other => gap(other) >= 40_000 && gap(other) < 240_000)
  const posts = new Map(
    country.places
      .flatMap(p => p.posts)
      .concat(country.abroad)
      .map(p => [p.text, p]),
  )

  const somewhere = (kind: Kind, home: Post | undefined, draw: Random): Post => {
    const [inside, distant] = IN_AREA[kind]
    if (draw.chance(inside)) return draw.pick(here.posts)
    if (!draw.chance(distant)) {
      let post = draw.pick(draw.pick(near).posts)
      for (let i = 0; i < 8 && home && miles(home, post) > 19.5; i++) post = draw.pick(draw.pick(near).posts)
      return post
    }
    if (draw.chance(0.035)) return draw.pick(country.abroad)
    let post = draw.pick(draw.pick(draw.chance(0.35) ? near : far).posts)
    for (let i = 0; i < 8 && home && miles(home, post) < 20.5; i++) post = draw.pick(draw.pick(far).posts)
    return post
  }

  let serial = 0
  const urn = (): string => {
    serial++
    const six = String(100_000 + ((index * 200 + serial) % 900_000))
    return serial % 3 === 0 ? `SC${six}` : `2${six}`
  }
  const roster = Object.fromEntries(
    Object.entries(ROSTER).map(([kind, count]) => [
      kind,
      Array.from({ length: count }, (_, i): Setting => {
        const own = kind === 'children' ? i < 4 : kind === 'supported' ? i < 4 : false
        const post = own ? random.pick(here.posts) : somewhere(kind as Kind, undefined, random)
        return {
          post,
          provider: own ? 'PR1' : random.chance(0.88) ? 'PR4' : 'PR5',
          urn: /^[WS]/.test(post.la) ? '' : urn(),
        }
      }),
    ]),
  ) as unknown as Record<RosterKind, Setting[]>
  const agencies = Array.from({ length: 14 }, (_, i) => ({ provider: i < 11 ? 'PR4' : 'PR5', urn: urn() }))
  const service = urn()
  const neighbourService = urn()
  const raa = random.chance(0.7) ? 'XXXXXXX' : urn()
  const voluntary = Array.from({ length: 3 }, urn)

  const draft = (
    kind: Kind,
    home: Post | undefined,
    long: boolean,
    draw: Random,
  ): Omit<Placement, 'from' | 'same' | 'why'> => {
    const place =
      kind === 'other' ? draw.pick(OTHERS) : long && (kind === 'own' || kind === 'agency') ? 'U4' : CODE_OF[kind]
    if (kind === 'parents') {
      const post = home && draw.chance(0.8) ? home : somewhere(kind, home, draw)
      return { place, provider: 'PR0', post: post.text, urn: '' }
    }
    if (isRostered(kind)) {
      let setting = draw.pick(roster[kind])
      while (setting.post === home) setting = draw.pick(roster[kind])
      return { place, provider: setting.provider, post: setting.post.text, urn: setting.urn }
    }
    let post = somewhere(kind, home, draw)
    // Only a placement with parents may be at the home address (rule 392d).
    while (home && post.text === home.text) post = somewhere(kind, home, draw)
    const text = post.text
    const england = post.la.startsWith('E')
    if (kind === 'own') {
      const other = post.la !== here.code && england && draw.chance(0.12)
      return { place, provider: other ? 'PR2' : 'PR1', post: text, urn: other ? neighbourService : service }
    }
    if (kind === 'kin') return { place, provider: 'PR1', post: text, urn: service }
    if (kind === 'agency') {
      const agency = draw.pick(agencies)
      return { place, provider: agency.provider, post: text, urn: england ? agency.urn : '' }
    }
    if (kind === 'other') return { place, provider: '', post: text, urn: '' }
    return { place, provider: kind === 'health' || kind === 'custody' ? 'PR3' : 'PR4', post: text, urn: '' }
  }

  return {
    place: here,
    posts,
    find: (kind, child, long, after, draw) => {
      const home = child.uasc ? undefined : posts.get(child.home)
      let found = draft(kind, home, long, draw)
      for (let i = 0; i < 20 && after && found.post === after.post; i++) found = draft(kind, home, long, draw)
      return found
    },
    nearby: (post, home, draw) => {
      const la = posts.get(post)?.la
      const pool = la === here.code ? here.posts : (country.places.find(p => p.code === la)?.posts ?? country.abroad)
      let found = draw.pick(pool).text
      while (found === post || found === home) found = draw.pick(pool).text
      return found
    },
    adoption: draw =>
      draw.chance(0.72)
        ? { provider: 'PR1', urn: raa }
        : draw.chance(0.6)
          ? { provider: 'PR5', urn: draw.pick(voluntary) }
          : { provider: 'PR2', urn: neighbourService },
  }
}

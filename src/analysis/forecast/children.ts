/** The children of one run, each a row in typed arrays that grow; a child who left makes room for the last one. */
export type Children = {
  count: number
  /** Two key words of the child's own random numbers. */
  keyA: Int32Array
  keyB: Int32Array
  /** Days since 1 January 1970; a newcomer's start has a fraction. */
  start: Float64Array
  born: Float64Array
  eighteenth: Float64Array
  /** When the child's cell ends: the next band of age or of time in care, or the 18th birthday. */
  until: Float64Array
  stream: Uint8Array
  group: Uint8Array
  cell: Int32Array
  /** Weekly price of the placement. */
  price: Float64Array
  /** Placements so far, of this child in this run. */
  stays: Int32Array
  /** The what-if that chose the placement, 0 for none. */
  by: Int32Array
}

type Column = Exclude<keyof Children, 'count'>

export const childrenOf = (room: number): Children => ({
  count: 0,
  keyA: new Int32Array(room),
  keyB: new Int32Array(room),
  start: new Float64Array(room),
  born: new Float64Array(room),
  eighteenth: new Float64Array(room),
  until: new Float64Array(room),
  stream: new Uint8Array(room),
  group: new Uint8Array(room),
  cell: new Int32Array(room),
  price: new Float64Array(room),
  stays: new Int32Array(room),
  by: new Int32Array(room),
})

const columns = Object.keys(childrenOf(0)).filter(name => name !== 'count') as Column[]

/** Makes room for one more and says which row it is. */
export function oneMore(children: Children): number {
  if (children.count === children.start.length) {
    const wider = childrenOf(Math.max(64, children.count * 2))
    for (const name of columns) {
      wider[name].set(children[name])
      Object.assign(children, { [name]: wider[name] })
    }
  }
  return children.count++
}

/** Takes a row out; the last row comes in its place. */
export function goneFrom(children: Children, row: number): void {
  const last = --children.count
  if (row !== last) for (const name of columns) children[name][row] = children[name][last] as number
}

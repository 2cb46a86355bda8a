import { element, text } from './svg.ts'
import type { Frame } from './trend-marks.ts'
import type { TrendBand } from './trend-point.ts'

/** The height of one lane of words. */
const LANE = 18
/** With more notes than this, only their numbers stand on the drawing: the list under it has the words. */
const MOST_WORDS = 4

const labelsOf = (bands: readonly TrendBand[]): readonly string[] => [...new Set(bands.map(({ label }) => label))]

/** Room above a drawing for the words of its bands: a lane each, so that words of different length never lie on each other. */
export function bandRoom(bands: readonly TrendBand[]): number {
  const lanes = labelsOf(bands).length
  return LANE * (lanes > MOST_WORDS ? 1 : lanes)
}

/** The foot of a band's lane; the first note has the highest. */
function laneOf(bands: readonly TrendBand[], band: TrendBand, top: number): number {
  const labels = labelsOf(bands)
  return labels.length > MOST_WORDS ? top - 6 : top - 6 - LANE * (labels.length - 1 - labels.indexOf(band.label))
}

const clip = (at: number, { left, right }: Frame): number => Math.min(right, Math.max(left, at))

/** Bands and lines behind the figures. The number at the top is the one in the list under the chart. */
export function bandMarks(bands: readonly TrendBand[], frame: Frame): readonly string[] {
  const { x, step, top, bottom } = frame
  return bands.flatMap(band => {
    const { from, to, kind } = band
    const start = clip(x(from) - step / 2, frame)
    const y1 = laneOf(bands, band, top) - 14
    const rule = element('line', {
      class: kind === 'break' ? 'break' : 'band-edge',
      x1: start,
      x2: start,
      y1,
      y2: bottom,
    })
    if (to === null) return [rule]
    const width = clip(x(to) + step / 2, frame) - start
    return [element('rect', { class: 'band', x: start, y: top, width, height: bottom - top }), rule]
  })
}

/** The words of bands in their lanes, shortened to the room there is; a note that comes again has its number only. */
export function bandLabels(bands: readonly TrendBand[], frame: Frame, letter: number): readonly string[] {
  const short = labelsOf(bands).length > MOST_WORDS
  return bands.map((band, i) => {
    const start = clip(frame.x(band.from) - frame.step / 2, frame)
    const [before, after] = [start - frame.left, frame.right - start]
    const room = Math.floor(Math.max(before, after) / letter) - 2
    const again = bands.slice(0, i).some(({ label }) => label === band.label)
    const words = short || again ? band.label : `${band.label} ${band.text}`
    return element(
      'text',
      {
        class: 'band-label',
        x: after >= before ? start + 4 : start - 4,
        y: laneOf(bands, band, frame.top) - 2,
        'text-anchor': after >= before ? 'start' : 'end',
      },
      [text(words.length > room ? `${words.slice(0, Math.max(band.label.length, room - 1)).trimEnd()}…` : words)],
    )
  })
}

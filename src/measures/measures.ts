/** The door of this room: what others may use. */
export { findMeasure, type MeasureDefinition, readMeasures, standardSlices } from '../definitions/measure.ts'
export { type Member, members } from './people.ts'
export type { Point } from './point.ts'
export type { AgeBands } from './query.ts'
export { isQueried } from './query.ts'
export { series } from './series.ts'
export { measureNamed, openSession, type Session } from './session.ts'
export { setAsideFor, sourcesOf } from './state.ts'

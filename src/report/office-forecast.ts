import type { Forecast, RecordLine } from '../forecast/result.ts'
import type { Day } from '../kit/day.ts'

/** A forecast is asked for by its day (absent: the last month end known), months ahead, and what-ifs in sentences. */
export type ForecastWanted = { readonly at?: Day; readonly horizon: number; readonly whatIfs: readonly string[] }

/**
 * Gives a desk its forecasts, each worked out once, with the record of those issued before. Throws HEARTH-2001 for a sentence that is
 * not understood, 2003 for a day of which it is not known who was in care, 1409 where nothing is known.
 */
export type OfficeForecast = (
  asked: ForecastWanted,
) => Promise<{ readonly forecast: Forecast; readonly record: readonly RecordLine[] }>

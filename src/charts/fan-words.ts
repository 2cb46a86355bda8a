import type { FanOptions } from './fan-point.ts'

/** What a fan shows, in words, from the same decided figures as the drawing. */
export function describeFan({ subtitle, points, leads }: Pick<FanOptions, 'subtitle' | 'points' | 'leads'>): string {
  const past = points.filter(({ figure }) => figure !== null)
  const [first, now] = [past[0], past.at(-1)]
  const last = points.at(-1)
  const ahead = last?.ahead
  const said = [
    `${subtitle}.`,
    first?.figure && now?.figure && first !== now
      ? `From ${first.figure.text} at ${first.period} to ${now.figure.text} at ${now.period}.`
      : '',
  ]
  if (!ahead || !last) return [...said, 'Nothing is forecast.'].filter(Boolean).join(' ')
  const naive = ahead.naive
  const model = `the middle future is ${ahead.median.text}, with 5 in 10 from ${ahead.p50[0].text} to ${ahead.p50[1].text}, 8 in 10 from ${ahead.p80[0].text} to ${ahead.p80[1].text} and 95 in 100 from ${ahead.p95[0].text} to ${ahead.p95[1].text}`
  const same = naive ? `${naive.median.text}, 8 in 10 from ${naive.p80[0].text} to ${naive.p80[1].text}` : ''
  const body =
    leads === 'naive' && naive
      ? `With no change at ${last.period}: ${same}. On the model ${model}.`
      : `At ${last.period} ${model}.${naive ? ` With no change: ${same}.` : ''}`
  return [...said, body].filter(Boolean).join(' ')
}

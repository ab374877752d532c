// What happened to the bodies of the map, for the slider: the server's list and what
// the strip draws of it.
import type { Events, Happening } from '../../api'
import { question, type View } from '../address'
import { firstOf, monthOf } from './days'
import { useAnswer, type Loaded } from '../panel/load'

/** The events of the whole stretch of time, whatever day is chosen on it. */
export function useEvents(view: View): Loaded<Events> {
  return useAnswer<Events>('/api/events', question({ ...view, asAt: '', was: '' }))
}

export const happenings: Record<Happening['kind'], { mark: string; one: string; many: string }> = {
  founded: { mark: '▲', one: 'founded', many: 'Foundings' },
  ended: { mark: '▼', one: 'ended', many: 'Ends' },
  succeeded: { mark: '◆', one: 'succeeded', many: 'Successions' },
}

/** The first day on which the map shows it: what ended stands until its day, month or year is over. */
export function shownOn({ day, precision, kind }: Happening): string {
  if (precision === 'day') return day
  const months = Math.floor(monthOf(day))
  return firstOf(kind !== 'ended' ? months : months + (precision === 'year' ? 12 : 1))
}

/** Days on which something happened, each once, in order. */
export const daysOf = (events: Events) => [...new Set((events.items ?? []).map(shownOn))].sort()

/** Events by the date they are given with, in order. */
export function byDate(items: readonly Happening[]): [string, Happening[]][] {
  const dates = new Map<string, Happening[]>()
  for (const e of items) dates.set(e.day, [...(dates.get(e.day) ?? []), e])
  return [...dates].sort(([a], [b]) => (a < b ? -1 : 1))
}

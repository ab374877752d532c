// Time: the day that is shown, the events on the way, play, and two days compared.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { dateWords } from '../../words'
import type { Events } from '../../api'
import type { Controller } from '../controller'
import { useStore } from '../store'
import { Compare } from './compare'
import { dayBefore, firstOf, monthOf, nextDay } from './days'
import { daysOf, happenings, shownOn, useEvents } from './events'
import { EventList } from './list'
import { usePlay } from './play'
import { Strip } from './strip'
import { Travel } from './travel'

const hush = 120 // ms: a drag asks the server when it slows down

export function Time({ map }: { map: Controller }) {
  const { view } = useStore(map.store)
  const { value: events, problem } = useEvents(view)
  const [kept, keep] = useState<Events>() // the strip stands still while a new one is asked for
  useEffect(() => { if (events) keep(events) }, [events])
  const some = events ?? kept
  if (problem) return <p class="quiet">The years cannot be shown: {problem}</p>
  if (!some) return <p class="quiet">Looking up the years…</p>
  if (!some.items?.length) return <><p class="quiet">No dates are known of what is shown here.</p><Compare map={map} /></>
  return <Timeline map={map} events={some} />
}

function Timeline({ map, events }: { map: Controller; events: Events }) {
  const { view } = useStore(map.store)
  const travel = useMemo(() => new Travel(map), [map])
  const [aim, setAim] = useState<string>() // where a drag is, before the picture follows
  const [byYear, setByYear] = useState(false)
  const timer = useRef(0)
  const day = aim ?? view.asAt
  useEffect(() => setAim(undefined), [view.asAt])

  const days = useMemo(() => daysOf(events), [events])
  const next = () => (byYear ? yearAfter(events, map.state.view.asAt) : nextDay(days, map.state.view.asAt))
  const [playing, play] = usePlay(travel, next)
  const go = (to: string | undefined) => {
    if (to === undefined) return
    play(false)
    clearTimeout(timer.current)
    setAim(undefined)
    void travel.to(to)
  }
  const drag = (to: string) => {
    play(false)
    setAim(to)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void travel.to(to).then(() => setAim(undefined)), hush)
  }
  const start = () => {
    if (!playing && next() === undefined) void travel.to(byYear ? `${events.from}-01-01` : days[0]!) // from the beginning again
    play(!playing)
  }

  return (
    <>
      <div class="time-row">
        <p class="time-day" aria-hidden="true"><span class="quiet">As at</span> {day ? dateWords(day) : 'any date'}</p>
        <button type="button" class="button button--quiet button--small" aria-pressed={!day} onClick={() => go('')}>Any date</button>
        <div class="time-steps" role="group" aria-label="Steps in time">
          <Step label="Event before" sign="◂" to={dayBefore(days, day)} go={go} />
          <button type="button" class="button button--small time-play" aria-pressed={playing} onClick={start}>{playing ? '❚❚ Pause' : '▶ Play'}</button>
          <Step label="Next event" sign="▸" to={nextDay(days, day)} go={go} />
        </div>
        <label class="quiet">Play{' '}
          <select class="field field--small" value={byYear ? 'year' : 'event'} onChange={(e) => setByYear(e.currentTarget.value === 'year')}>
            <option value="event">from event to event</option>
            <option value="year">year by year</option>
          </select>
        </label>
        <Compare map={map} />
      </div>
      <Strip events={events} day={day} was={view.was} to={drag} words={dateWords(day)} />
      <Caption events={events} day={view.asAt} />
      <EventList events={events} day={view.asAt} to={go} />
    </>
  )
}

function Step({ label, sign, to, go }: { label: string; sign: string; to?: string; go(day: string): void }) {
  return (
    <button type="button" class="button button--quiet button--small" disabled={to === undefined} title={to && `${label}: ${dateWords(to)}`}
      aria-label={label} onClick={() => go(to!)}>{sign}</button>
  )
}

/** 1 January of the year after, as long as there is one. */
function yearAfter(events: Events, day: string): string | undefined {
  const year = day ? Math.floor(monthOf(day) / 12) + 1 : events.from
  return year > events.to + 1 ? undefined : firstOf(year * 12)
}

const fewest = 3 // sentences of a day; the list has them all

/** What happened on the day, or what the marks mean. */
function Caption({ events, day }: { events: Events; day: string }) {
  const now = (events.items ?? []).filter((e) => shownOn(e) === day)
  return (
    <div class="time-caption">
      <ul class="legend__list quiet" aria-label="Marks on the years">
        {Object.entries(happenings).map(([kind, h]) => <li key={kind}><span class={`time-mark time-mark--${kind}`} aria-hidden="true">{h.mark}</span> {h.many}</li>)}
      </ul>
      <p aria-live="polite">{now.slice(0, fewest).map((e) => e.sentence).join(' · ')}{now.length > fewest && ` · and ${now.length - fewest} more`}</p>
    </div>
  )
}

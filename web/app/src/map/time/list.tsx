import type { Events } from '../../api'
import { dateWords, plural, shownWords } from '../../words'
import { byDate, happenings, shownOn } from './events'

interface Props { events: Events; day: string; to(day: string): void }

/** The events as a list, for those who do not see the slider, and to read. */
export function EventList({ events, day, to }: Props) {
  const items = events.items ?? []
  return (
    <details class="fold time-list">
      <summary>{plural(events.total, 'event', 'events')} as a list</summary>
      {events.total > items.length && <p class="quiet">{shownWords(events, 'event', 'events')}</p>}
      <ol class="time-days" tabIndex={0} aria-label="Events by day">
        {byDate(items).map(([date, some]) => (
          <li key={date} aria-current={some.some((e) => shownOn(e) === day) ? 'date' : undefined}>
            <button type="button" class="link" onClick={() => to(shownOn(some.at(-1)!))}>{dateWords(date)}<span class="visually-hidden">: show this day</span></button>
            <ul>{some.map((e) => <li key={e.sentence}><span class={`time-mark time-mark--${e.kind}`} aria-hidden="true">{happenings[e.kind].mark}</span> {e.sentence}</li>)}</ul>
          </li>
        ))}
      </ol>
    </details>
  )
}

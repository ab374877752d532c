// The years as bars, what began above the line and what ended below it, with the
// range input under them that a keyboard and a screen reader meet.
import type { Events } from '../../api'
import { dateWords } from '../../words'
import { firstOf, monthOf } from './days'

interface Props { events: Events; day: string; was: string; to(day: string): void; words: string }

const half = 20 // px for the highest bar

export function Strip({ events, day, was, to, words }: Props) {
  const [first, last] = [events.from * 12, events.to * 12 + 12]
  const place = (date: string) => `${(100 * Math.max(0, Math.min(last - first, monthOf(date) - first))) / (last - first)}%`
  // Page keys go by years: the browser's own stride depends on how long the stretch is.
  const stride = (e: KeyboardEvent) => {
    const months = { PageUp: 12, PageDown: -12 }[e.key]
    if (!months) return
    e.preventDefault()
    to(firstOf(Math.max(first, Math.min(last, (day ? Math.ceil(monthOf(day)) : last) + months))))
  }
  return (
    <div class={`time-strip${day ? '' : ' time-strip--any'}`}>
      <svg class="time-bars" height={2 * half + 6} aria-hidden="true" focusable="false">
        <Bars events={events} place={place} width={1200 / (last - first)} />
        <Successions events={events} place={place} />
        {was && <line class="time-was" x1={place(was)} x2={place(was)} y1="0" y2="100%" />}
        {day && <line class="time-now" x1={place(day)} x2={place(day)} y1="0" y2="100%" />}
      </svg>
      <input type="range" class="time-range" aria-label="As at" min={first} max={last} step="1"
        value={day ? Math.round(monthOf(day)) : last} aria-valuetext={day ? words : 'Any date'}
        onInput={(e) => to(firstOf(Number(e.currentTarget.value)))} onKeyDown={stride} />
      <Years first={events.from} last={events.to} place={place} />
    </div>
  )
}

interface Drawn { events: Events; place(date: string): string }

function Bars({ events, place, width }: Drawn & { width: number }) {
  const years = events.years ?? []
  const most = Math.max(1, ...years.flatMap((y) => [y.starts, y.ends]))
  // by the root: a year of thousands must not flatten all others
  const height = (n: number) => (n ? Math.max(2, half * Math.sqrt(n / most)) : 0)
  return (
    <>
      {years.map((y) => (
        <g key={y.year}>
          <rect class="time-starts" x={place(`${y.year}`)} width={`${width * 0.8}%`} y={half - height(y.starts)} height={height(y.starts)} />
          <rect class="time-ends" x={place(`${y.year}`)} width={`${width * 0.8}%`} y={half + 6} height={height(y.ends)} />
        </g>
      ))}
    </>
  )
}

function Successions({ events, place }: Drawn) {
  const days = new Set((events.items ?? []).filter((e) => e.kind === 'succeeded').map((e) => e.day))
  return <>{[...days].map((d) => <text key={d} class="time-succession" x={place(d)} y={half + 7} text-anchor="middle">◆</text>)}</>
}

function Years({ first, last, place }: { first: number; last: number; place(date: string): string }) {
  const step = [1, 2, 5, 10, 20, 50, 100].find((s) => (last - first) / s <= 8) ?? 200
  const years: number[] = []
  for (let y = Math.ceil(first / step) * step; y <= last; y += step) years.push(y)
  return (
    <svg class="time-years" height="18" aria-hidden="true" focusable="false">
      {years.map((y) => <text key={y} x={place(`${y}`)} y="14" text-anchor="middle">{dateWords(`${y}`)}</text>)}
    </svg>
  )
}

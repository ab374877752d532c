// The difference of two days: the choice of the second, and what changed in words.
import { useEffect, useId, useState } from 'preact/hooks'
import { dateWords, plural } from '../../words'
import type { Controller } from '../controller'
import { useStore } from '../store'
import { changeLooks } from '../draw/change'
import { changed, meaning, type Changed } from './changes'
import { today, yearsFrom } from './days'

export function Compare({ map }: { map: Controller }) {
  const { view } = useStore(map.store)
  const [open, setOpen] = useState(false)
  const id = useId()
  useEffect(() => setOpen(false), [view.was])
  if (view.was) return null // the answer stands in its own place
  return (
    <>
      <button type="button" class="button button--quiet button--small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>Compare with…</button>
      <div id={id} hidden={!open} class="time-compare">{open && <Choice map={map} />}</div>
    </>
  )
}

/** Years back that one often asks for. */
const back = [1, 5, 10]

function Choice({ map }: { map: Controller }) {
  const { view } = map.state
  const now = view.asAt || today()
  const [was, setWas] = useState(yearsFrom(now, -1))
  const compare = (day: string) => void map.go({ ...map.state.view, was: day }, 'push')
  return (
    <form class="time-choice" onSubmit={(e) => {
      e.preventDefault()
      compare(was)
    }}>
      <p>Compare {view.asAt ? <strong>{dateWords(view.asAt)}</strong> : 'today'} with</p>
      <label class="visually-hidden" for="time-was">The other day</label>
      <input class="field field--small" id="time-was" type="date" required value={was} onInput={(e) => setWas(e.currentTarget.value)} />
      <button type="submit" class="button button--small">Compare</button>
      {back.map((years) => (
        <button key={years} type="button" class="button button--quiet button--small" onClick={() => compare(yearsFrom(now, -years))}>{plural(years, 'year', 'years')} before</button>
      ))}
    </form>
  )
}

/** What changed between the two days: a legend with counts, and who it was. */
export function Difference({ map }: { map: Controller }) {
  const { view, graph, phase } = useStore(map.store)
  if (!view.was) return null
  const rows = changed(graph)
  const none = rows.every((r) => !r.nodes.length && !r.edges.length)
  const days = graph.compared
  return (
    <section class="time-difference" aria-label="Difference of two days">
      <p class="time-row"><strong>{days ? `From ${dateWords(days.from)} to ${dateWords(days.to)}` : `Compared with ${dateWords(view.was)}`}</strong>
        <button type="button" class="button button--quiet button--small" onClick={() => void map.go({ ...map.state.view, was: '' }, 'push')}>Stop comparing</button>
      </p>
      {phase === 'loading' ? <p class="quiet">Comparing…</p> : none ? <Unchanged /> : (
        <ul class="time-changes">{rows.map((row) => <Row key={row.change} map={map} row={row} />)}</ul>
      )}
    </section>
  )
}

function Unchanged() {
  return <p>Nothing that is shown here changed between the two days. What has no known date counts as standing on both. Try days further apart, or fewer filters.</p>
}

function Row({ map, row }: { map: Controller; row: Changed }) {
  const { sign, text, colour } = changeLooks[row.change]
  const counts = [row.nodes.length && plural(row.nodes.length, 'body', 'bodies'), row.edges.length && plural(row.edges.length, 'line', 'lines')].filter(Boolean)
  return (
    <li data-change={row.change}>
      <svg class="change" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="8" fill={map.stage.colour(colour)} /><text x="8" y="12.5" text-anchor="middle">{sign}</text>
      </svg>{' '}
      <strong>{text}</strong> {counts.join(', ') || 'none'} <span class="quiet">({meaning[row.change]})</span>
      {row.nodes.length > 0 && (
        <details class="fold">
          <summary>Which {row.nodes.length === 1 ? 'body' : 'bodies'}<span class="visually-hidden">: {text}</span></summary>
          <ul class="time-which">{row.nodes.map((n) => <li key={n.id}><button type="button" class="link" onClick={() => map.visit(n.id)}>{n.name}</button></li>)}</ul>
        </details>
      )}
    </li>
  )
}

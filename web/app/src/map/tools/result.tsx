import type { Subgraph } from '../../api'
import { plural, shownWords } from '../../words'
import { most } from '../address'
import type { Controller } from '../controller'
import { useStore } from '../store'
import type { Ask, Finder } from './finders'

/** Rows that are listed; the map takes all. */
const longest = 100

/** What was found: how much, as a list, and onto the map. */
export function Result({ map, finder, found, ask }: { map: Controller; finder: Finder; found: Subgraph; ask: Ask }) {
  const { scene, words } = useStore(map.store)
  const rows = finder.rows(found, words)
  if (!rows.length) return <p role="status">{finder.nothing(ask)}</p>
  const ids = [...new Set([...ask.ids, ...(found.nodes ?? []).map((n) => n.id)])]
  const fresh = ids.filter((id) => !scene.byId.has(id))
  const room = Math.max(0, most - scene.nodes.length)
  return (
    <div class="tool-result">
      <p role="status"><strong>{finder.says(found, ask)}.</strong>{(found.shown < found.total || found.atLeast) && ` ${shownWords(found, 'body', 'bodies')}.`}</p>
      <p class="tool-do">
        <button type="button" class="button button--small" disabled={!fresh.length} onClick={() => void map.add(ids)}>
          {fresh.length ? `Add to the map (${plural(fresh.length, 'body', 'bodies')})` : 'All are on the map'}
        </button>
        <button type="button" class="button button--quiet button--small" onClick={() => only(map, ids)}>Show only these {ids.length}</button>
      </p>
      {fresh.length > room && <p class="quiet">The map has room for {room} more; {fresh.length - room} will be left out.</p>}
      <ol class="tool-rows" tabIndex={0} aria-label="What was found">
        {rows.slice(0, longest).map((r, i) => (
          <li key={i}>
            {r.id && scene.byId.has(r.id) ? <button type="button" class="link" onClick={() => map.visit(r.id!)}>{r.text}</button> : r.text} {r.about && <span class="quiet">{r.about}</span>}
          </li>
        ))}
      </ol>
      {rows.length > longest && <p class="quiet">The first {longest} of {rows.length.toLocaleString('en-GB')} are listed.</p>}
    </div>
  )
}

function only(map: Controller, ids: string[]) {
  map.stage.framed = true
  void map.go({ ...map.state.view, show: ids.slice(0, most), hide: [], selected: '' }, 'push', undefined, true)
}

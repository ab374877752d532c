// The table and the outline below the picture: the same bodies and lines, kept the same
// as web/pages/island.html and outline.html write them.
import { plural, shownWords } from '../../words'
import type { MapState } from '../state'
import type { Store } from '../store'
import { branches } from './outline'
import { row } from './table'

export function keepTwin(island: HTMLElement, store: Store<MapState>) {
  const outline = island.querySelector<HTMLDetailsElement>('[data-map-outline]')
  let stale = false // a closed outline is written when it is opened
  const unfold = () => {
    if (!stale || !outline?.open) return
    stale = false
    outline.querySelector('.outline')?.replaceChildren(...branches(store.get()))
  }
  outline?.addEventListener('toggle', unfold)
  store.on((now, before) => {
    const fresh = now.graph !== before.graph
    if (fresh) {
      stale = true
      write(island, now)
      unfold()
    }
    if (fresh || now.phase !== before.phase) tell(island, now)
    if (fresh || now.view.selected !== before.view.selected) mark(island, now.view.selected)
  })
}

function write(island: HTMLElement, state: MapState) {
  const { nodes, edges } = { nodes: state.graph.nodes ?? [], edges: state.graph.edges ?? [] }
  const table = island.querySelector<HTMLTableElement>('table[data-map-table]')
  if (!table) return
  table.hidden = !edges.length
  island.querySelectorAll('[data-map-no-lines], [data-map-compared]').forEach((stale) => stale.remove()) // written for the map as it was
  const byId = new Map(nodes.map((n) => [n.id, n]))
  table.tBodies[0]!.replaceChildren(...edges.map((e) => row(e, byId, state)))
  head(island, '.map__twin', `The same as a table: ${plural(edges.length, 'line', 'lines')}`)
  head(island, '[data-map-outline]', `The same as an outline: ${plural(nodes.length, 'body', 'bodies')}`)
}

function head(island: HTMLElement, of: string, text: string) {
  const summary = island.querySelector(`${of} > summary`)
  if (summary) summary.textContent = text
}

function mark(island: HTMLElement, selected: string) {
  for (const row of island.querySelectorAll<HTMLElement>('tr[data-edge]')) {
    if (row.dataset.edge === selected) row.setAttribute('aria-current', 'true')
    else row.removeAttribute('aria-current')
  }
}

function tell(island: HTMLElement, { graph, phase }: MapState) {
  const status = island.querySelector('[data-map-status]')
  if (!status) return
  const lines = plural(graph.edges?.length ?? 0, 'line', 'lines')
  const shown = shownWords(graph, 'body', 'bodies')
  status.textContent = phase === 'loading' ? 'Loading the map…' : phase === 'failed' ? 'The map could not be loaded.' : `${shown}, joined by ${lines}.`
}

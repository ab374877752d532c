// The table below the picture: the same lines, kept the same, row for row as
// web/pages/island.html writes them.
import { path, query, type Edge, type Node } from '../api'
import { plural, spanWords } from '../words'
import { element as el, shape, tag } from './elements'
import type { MapState } from './state'
import type { Store } from './store'

export function keepTwin(island: HTMLElement, store: Store<MapState>) {
  store.on((now, before) => {
    if (now.graph !== before.graph) write(island, now)
    if (now.graph !== before.graph || now.phase !== before.phase) tell(island, now)
    if (now.graph !== before.graph || now.view.selected !== before.view.selected) mark(island, now.view.selected)
  })
}

function write(island: HTMLElement, state: MapState) {
  const { graph } = state
  const edges = graph.edges ?? []
  const table = island.querySelector<HTMLTableElement>('table[data-map-table]')
  if (!table) return
  table.hidden = !edges.length
  if (edges.length) island.querySelector('[data-map-no-lines]')?.remove() // written for the map as it was
  const nodes = new Map((graph.nodes ?? []).map((n) => [n.id, n]))
  table.tBodies[0]!.replaceChildren(...edges.map((e) => row(e, nodes, state)))
  const summary = island.querySelector('.map__twin > summary')
  if (summary) summary.textContent = `The same as a table: ${plural(edges.length, 'line', 'lines')}`
}

function row(e: Edge, nodes: Map<string, Node>, { words, view }: MapState): HTMLElement {
  const day = query({ as_at: view.asAt })
  const end = (id: string) => {
    const node = nodes.get(id)
    const kind = words.kind(node?.kinds?.[0])
    return el('span', { class: 'ref' }, shape(kind), el('a', { href: path('entities', id) + day }, node?.name ?? id),
      node?.anonymous ? el('span', { class: 'quiet' }, ' (not named)') : '')
  }
  const forward = words.relation(e.relation).forward
  const name = (id: string) => nodes.get(id)?.name ?? id
  const cell = (label: string, ...content: (string | HTMLElement | SVGElement)[]) => el('td', { role: 'cell', 'data-label': label }, ...content)
  const claims = cell('Claims', e.claims.toLocaleString('en-GB'))
  claims.className = 'num'
  return el('tr', { role: 'row', 'data-edge': e.id },
    el('th', { role: 'rowheader', scope: 'row', 'data-label': 'From' }, end(e.from)),
    cell('Relation', forward),
    cell('To', end(e.to), e.count ? el('span', { class: 'quiet' }, ` × ${e.count}`) : ''),
    cell('When', spanWords(e) || '–'),
    cell('How firmly', tag(e.status)),
    claims,
    el('td', { role: 'cell' }, el('a', { href: path('edges', e.id) + day }, 'Why? ',
      el('span', { class: 'visually-hidden' }, `${name(e.from)} ${forward} ${name(e.to)}`))))
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
  const many = plural(graph.total, 'body', 'bodies')
  const shown = graph.total > graph.shown ? `Shown ${graph.shown.toLocaleString('en-GB')} of ${graph.atLeast ? 'at least ' : ''}${many}${graph.why ? `: ${graph.why}` : ''}` : many
  status.textContent = phase === 'loading' ? 'Loading the map…' : phase === 'failed' ? 'The map could not be loaded.' : `${shown}, joined by ${lines}.`
}


import { useEffect, useRef, useState } from 'preact/hooks'
import { get, query, type Vocabulary } from '../api'
import { plural } from '../words'
import type { Result } from './state'

const most = 200 // as many as a map's address carries

/** The bodies and lines of the answer, drawn by the map itself. */
export function Picture({ result }: { result: Result }) {
  const place = useRef<HTMLDivElement>(null)
  const [problem, say] = useState('')
  const nodes = result.nodes ?? []
  const edges = result.edges ?? []
  useEffect(() => {
    if (nodes.length) void draw(place.current!, result).catch((e: Error) => say(e.message))
  }, [result])
  if (!nodes.length) return <p class="empty">There are no bodies in the answer to draw: return nodes, relationships or paths themselves, such as <code>MATCH (:Entity)-[r]-&gt;(:Entity) RETURN r</code>.</p>
  const ids = nodes.slice(0, most).map((n) => n.id)
  return (
    <>
      {problem && <p class="error">{problem}</p>}
      <p>{plural(nodes.length, 'body', 'bodies')}, {plural(edges.length, 'line', 'lines')}{nodes.length >= 300 && ' (300 bodies at most)'}. <a href={`/map${query({ show: ids })}`}>Open {nodes.length > most ? `the first ${most} ` : ''}on the map</a></p>
      <div ref={place} />
    </>
  )
}

/** Builds what the server's pages have for a map, and lets the map's own script take over. */
async function draw(place: HTMLElement, { nodes = [], edges = [] }: Result) {
  const [map, vocabulary] = await Promise.all([import('../map/index'), get<Vocabulary>('/api/vocabulary')])
  const island = document.createElement('div')
  island.className = 'map map--embedded'
  island.dataset.mode = 'embedded'
  island.innerHTML = '<script type="application/json" data-for="map"></script><div class="map__picture"><div class="map__stage" data-map-stage></div>'
    + '<aside class="map__details" data-map-details aria-label="Chosen on the map"></aside></div><div class="map__under"><div class="legend"></div></div><p class="visually-hidden" id="map-keys">The table has the same.</p>'
  const total = nodes.length
  island.querySelector('script')!.textContent = JSON.stringify({ map: { nodes, edges, shown: total, total }, vocabulary, asAt: '' })
  place.replaceChildren(island)
  map.mount(island)
}

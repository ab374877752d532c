// Opening up and closing: what comes onto the map, and what hangs on it. Nothing comes
// as a burst: a large answer is a list to choose from.
import { entity, get, type Neighbourhood, type Node, type Params, type Subgraph } from '../../api'
import { most, nearby, question } from '../address'
import type { Controller } from '../controller'

/** More neighbours than this are offered as a list. */
export const burst = 25

const longest = 300 // as many neighbours as the server gives at once
const widest = 500 // as many bodies as it gives of all

/** Asks for a part of the graph, and goes on with it unless the reader has stopped that. */
const fetched = (map: Controller, doing: string, address: string, params: Params, then: (found: Subgraph) => unknown) => map.work(doing, async (signal) => {
  const found = await get<Subgraph>(address, params, signal)
  if (signal.aborted) return
  map.store.set({ phase: 'ready', doing: '' })
  await then(found)
})

export const expand = (map: Controller, id: string, hood: Neighbourhood) => fetched(map, 'Loading neighbours', `${entity(id)}/neighbours`, {
  ...nearby({ ...map.state.view, relations: [hood.relation] }), direction: hood.direction === 'both' ? '' : hood.direction, limit: longest,
}, async (found) => {
  const nodes = (found.nodes ?? []).filter((n) => n.id !== id)
  const title = `${map.state.scene.byId.get(id)?.node.name ?? id} ${hood.phrase}`
  if (nodes.length > burst) offer(map, nodes, title, id, Math.max(hood.entities, nodes.length))
  else await map.add([id, ...nodes.map((n) => n.id)], id)
})

/** A list to choose from, beside the picture. */
export function offer(map: Controller, nodes: Node[], title: string, of = '', total = nodes.length) {
  map.store.set({ choice: { of, title, nodes, total }, chosen: new Set(), draft: null })
  map.say(`${title}: a list of ${nodes.length} to choose from.`)
}

/** Shows a body with its neighbours and nothing else. */
export const only = (map: Controller, id: string) => fetched(map, 'Loading neighbours', `${entity(id)}/neighbours`, { ...nearby(map.state.view), limit: most }, async (found) => {
  const ids = [id, ...(found.nodes ?? []).map((n) => n.id).filter((n) => n !== id)].slice(0, most)
  map.stage.framed = true
  await map.go({ ...map.state.view, show: ids, hide: map.state.view.hide.filter((h) => h !== id), selected: id }, 'push', undefined, true)
})

const overview = (map: Controller, doing: string, limit: number, then: (found: Subgraph) => unknown) =>
  fetched(map, doing, '/api/map', { ...question({ ...map.state.view, show: [] }), limit }, then)

/** More of the best connected. */
export const more = (map: Controller, limit: number) => overview(map, 'Loading more', limit, async (found) => {
  map.stage.framed = true
  await map.add((found.nodes ?? []).map((n) => n.id))
})

/** What is not shown yet, as a list. */
export const list = (map: Controller) => overview(map, 'Loading the list', widest, (found) => {
  offer(map, found.nodes ?? [], 'More bodies', '', found.total)
})

/** Bodies that hang on this one alone. */
export function hanging(map: Controller, id: string): string[] {
  const { around } = map.state.scene
  return [...(around.get(id) ?? [])].filter((other) => other !== id && around.get(other)!.size === 1)
}

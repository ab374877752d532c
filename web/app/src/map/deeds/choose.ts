// What the reader has selected: one body or line, which the address carries, or several bodies.
import { writeView } from '../address'
import type { Controller } from '../controller'
import { describe } from '../describe'
import { plural } from '../../words'

export function select(map: Controller, id: string) {
  const { view, chosen, choice, draft, scene } = map.state
  if (id === view.selected && !choice && !draft && !chosen.size) return
  set(map, id)
  map.store.set({ choice: null, draft: null, chosen: new Set() })
  if (scene.byId.has(id)) map.store.set({ cursor: id })
  map.say(describe(map.state, id))
}

/** Adds a body to the selected ones or takes it out. */
export function toggle(map: Controller, id: string) {
  const ids = new Set(map.selection.map((n) => n.id))
  if (!ids.delete(id)) ids.add(id)
  choose(map, ids)
}

export function choose(map: Controller, ids: Iterable<string>) {
  const chosen = new Set([...ids].filter((id) => map.state.scene.byId.has(id)))
  if (chosen.size < 2) return select(map, [...chosen][0] ?? '')
  set(map, '')
  map.store.set({ chosen, choice: null, draft: null })
  map.say(`${plural(chosen.size, 'body', 'bodies')} selected.`)
}

/** The keyboard goes to a body. */
export function walkTo(map: Controller, id: string) {
  map.store.set({ cursor: id })
  const node = map.state.scene.byId.get(id)
  map.say([describe(map.state, id), node?.pinned && 'pinned', map.state.chosen.has(id) && 'selected'].filter(Boolean).join(', '))
}

/** A selection is no step of its own: Back leads to another picture. */
function set(map: Controller, selected: string) {
  const view = { ...map.state.view, selected }
  map.store.set({ view })
  map.journey?.replace(location.pathname + writeView(view))
}

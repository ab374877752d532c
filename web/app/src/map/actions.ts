// What can be done with what is selected: the panel and the menu offer the same.
import { path, query } from '../api'
import type { Controller } from './controller'
import { hanging } from './deeds/open'

export interface Action { label: string; act(): unknown }

/** About a body, a line, or the map as a whole when the id is neither's. */
export function actionsFor(map: Controller, id: string): Action[] {
  const { scene } = map.state
  if (scene.byId.has(id)) return body(map, id)
  return scene.edgeById.has(id) ? line(map, id) : whole(map)
}

function body(map: Controller, id: string): Action[] {
  const { scene, chosen } = map.state
  const node = scene.byId.get(id)!
  const leaves = hanging(map, id).length
  return [
    { label: 'Show only this neighbourhood', act: () => map.only(id) },
    ...(leaves ? [{ label: `Collapse ${leaves}`, act: () => map.collapse(id) }] : []),
    { label: 'Hide', act: () => map.hide(id) },
    node.pinned ? { label: 'Unpin', act: () => map.unpin(id) } : { label: 'Pin', act: () => map.pin(id) },
    { label: 'Move', act: () => map.aim({ name: 'move', id }) },
    { label: chosen.has(id) ? 'Leave out of the selection' : 'Select with others', act: () => map.toggle(id) },
    { label: 'Add a note', act: () => map.write({ x: node.x + 24, y: node.y + 24, text: '' }) },
  ]
}

function line(map: Controller, id: string): Action[] {
  const { from, to } = map.state.scene.edgeById.get(id)!
  return [
    { label: 'Read who says so', act: () => map.select(id) },
    { label: 'Select both ends', act: () => map.choose([from.id, to.id]) },
    { label: `Go to ${from.node.name}`, act: () => map.visit(from.id) },
    { label: `Go to ${to.node.name}`, act: () => map.visit(to.id) },
  ]
}

function whole(map: Controller): Action[] {
  return [
    { label: 'Add a note', act: () => map.write(undefined) },
    { label: 'Select all', act: () => map.choose(map.shown) },
    { label: 'Show all', act: () => map.fit() },
    { label: 'Arrange afresh', act: () => map.rearrange() },
  ]
}

/** The page about a body or a line. */
export function pageOf(map: Controller, id: string): string {
  const { scene, view } = map.state
  const room = scene.byId.has(id) ? 'entities' : scene.edgeById.has(id) ? 'edges' : ''
  return room && path(room, id) + query({ as_at: view.asAt })
}

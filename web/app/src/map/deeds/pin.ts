// Bodies that stay where they were put; the address carries the places.
import type { Point } from '../camera'
import type { Controller } from '../controller'

export async function pin(map: Controller, ids: readonly string[]) {
  const { view, scene, chosen } = map.state
  const pins = ids.flatMap((id) => {
    const n = scene.byId.get(id)
    return n ? [{ id, x: Math.round(n.x), y: Math.round(n.y) }] : []
  })
  await map.go({ ...view, pins: [...view.pins.filter((p) => !ids.includes(p.id)), ...pins] }, 'push')
  map.store.set({ chosen })
}

export async function unpin(map: Controller, ids: readonly string[]) {
  const { view, chosen } = map.state
  await map.go({ ...view, pins: view.pins.filter((p) => !ids.includes(p.id)) }, 'push')
  map.store.set({ chosen })
}

/** Puts a body in a place, as a drag does. */
export async function put(map: Controller, id: string, at: Point) {
  const node = map.state.scene.byId.get(id)
  if (!node) return
  map.stage.settle()
  Object.assign(node, at)
  map.stage.invalidate()
  await pin(map, [id])
  map.store.set({ cursor: id })
}

// Remarks on the map: written beside the picture, drawn on it, kept in the address.
import { longest, type Note } from '../address'
import type { Controller } from '../controller'

/** Opens a note to be written: a new one stands beside what is selected, else in the middle. */
export function write(map: Controller, note: Note | undefined, which: number) {
  const { camera } = map.stage
  const beside = map.state.scene.byId.get(map.state.view.selected)
  const place = beside ? { x: beside.x + 24, y: beside.y + 24 } : { x: camera.x, y: camera.y }
  map.store.set({ draft: { text: '', ...place, ...note, which }, choice: null, menu: null })
}

export function keep(map: Controller, { x, y, text }: Note, which: number) {
  const words = text.trim().slice(0, longest)
  if (!words) return erase(map, which)
  const notes = [...map.state.view.notes]
  notes.splice(which < 0 ? notes.length : which, 1, { x: Math.round(x), y: Math.round(y), text: words })
  return map.narrow({ notes })
}

export async function erase(map: Controller, which: number) {
  if (which < 0) map.store.set({ draft: null })
  else await map.narrow({ notes: map.state.view.notes.filter((_, i) => i !== which) })
}

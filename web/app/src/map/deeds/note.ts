// Remarks on the map: written beside the picture, drawn on it, kept in the address.
import { longest, type Note } from '../address'
import type { Point } from '../camera'
import type { Controller } from '../controller'
import { noteBoxes } from '../draw/notes'

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

/** Moves a note on the picture alone; settle writes its place down. */
export function shift({ stage, state }: Controller, which: number, to: Point) {
  stage.notes = state.view.notes.map((n, i) => (i === which ? { ...n, ...to } : n))
  stage.overlay()
}

export function settle(map: Controller, which: number) {
  const { x = 0, y = 0, text = '' } = map.stage.notes[which] ?? {}
  return keep(map, { x, y, text }, which)
}

/** The note under a point, by its place among the notes; -1 for none. */
export function noteAt({ stage, state }: Controller, p: Point): number {
  const pen = stage.canvas.getContext('2d')
  if (!pen || !state.view.notes.length) return -1
  const { notes, scene, camera, size, look } = stage.picture()
  const boxes = noteBoxes(pen, notes ?? [], scene, camera, size, look)
  const on = boxes.findLast(({ box }) => p.x >= box.x && p.x <= box.x + box.w && p.y >= box.y && p.y <= box.y + box.h)
  return on ? stage.notes.indexOf(on.note) : -1
}

export async function erase(map: Controller, which: number) {
  if (which < 0) map.store.set({ draft: null })
  else await map.narrow({ notes: map.state.view.notes.filter((_, i) => i !== which) })
}

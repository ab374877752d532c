// The same by keyboard. Tab comes and goes; the arrows walk from one entity to the next.
import { linesOf } from './attention'
import { panBy, zoomAt, type Camera } from './camera'
import type { Controller } from './controller'
import * as noting from './deeds/note'
import { towards } from './hit'

const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

export function listen(map: Controller) {
  const { stage } = map
  const plain = { ...walking(map), ...seeing(map), ...(map.exploring ? doing(map) : {}) }
  stage.canvas.addEventListener('keydown', (e) => {
    const way = arrows[e.key]
    if (carrying(map, e, way)) return e.preventDefault()
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key
    if (e.ctrlKey || e.metaKey) {
      if (key !== 'a' || !map.exploring) return
      map.choose(map.shown)
    } else if (way && e.altKey && map.exploring) nudge(map, way)
    else if (e.altKey) return
    else if (way && e.shiftKey) look(map, panBy(stage.camera, -way[0] * 60, -way[1] * 60))
    else if (way) ahead(map, way)
    else if (plain[key]) plain[key](e.shiftKey)
    else return
    e.preventDefault()
  })
  stage.canvas.addEventListener('focus', () => {
    if (stage.canvas.matches(':focus-visible') && !map.state.scene.byId.has(map.state.cursor)) plain.n!(false)
  })
  stage.canvas.addEventListener('blur', () => {
    if (!map.state.menu) map.store.set({ cursor: '' })
  })
  if (map.exploring) document.addEventListener('keydown', (e) => undoing(map, e))
}

/** While a note is being moved the arrows are its own. */
function carrying(map: Controller, e: KeyboardEvent, way: [number, number] | undefined): boolean {
  const { tool } = map.state
  if (tool?.name !== 'note' || !(way || e.key === 'Enter')) return false
  if (!way) {
    void noting.settle(map, tool.which)
    return true
  }
  const { x = 0, y = 0 } = map.stage.notes[tool.which]!
  const far = 20 / map.stage.camera.k
  noting.shift(map, tool.which, { x: x + way[0] * far, y: y + way[1] * far })
  return true
}

type Keys = Record<string, (shift: boolean) => void>

function walking(map: Controller): Keys {
  const step = (by: number) => {
    const { scene, cursor } = map.state
    const n = scene.nodes.length
    const i = scene.byId.get(cursor)?.rank ?? (by > 0 ? -1 : n)
    to(map, scene.nodes[(i + by + n) % n]?.id)
  }
  const nextLine = (back: boolean) => {
    const { scene, cursor, view } = map.state
    const mine = linesOf(scene, cursor)
    const i = mine.findIndex((e) => e.id === view.selected)
    const next = mine[i < 0 ? (back ? mine.length - 1 : 0) : (i + (back ? -1 : 1) + mine.length) % mine.length]
    if (next) map.select(next.id)
  }
  const across = () => {
    const { scene, cursor, view } = map.state
    const line = scene.edgeById.get(view.selected)
    if (line) to(map, line.from.id === cursor ? line.to.id : line.from.id)
  }
  return { n: () => step(1), p: () => step(-1), l: nextLine, o: across }
}

function seeing(map: Controller): Keys {
  const { stage } = map
  const zoom = (factor: number) => () => look(map, zoomAt(stage.camera, stage.size, { x: stage.size.width / 2, y: stage.size.height / 2 }, factor))
  const take = () => map.select(map.state.cursor)
  return {
    '+': zoom(1.3), '=': zoom(1.3), '-': zoom(1 / 1.3), '0': () => map.fit(), Enter: take, ' ': take,
    Escape: () => {
      if (map.state.tool?.name === 'note') stage.notes = map.state.view.notes
      map.aim(null)
      map.select('')
    },
  }
}

function doing(map: Controller): Keys {
  const here = () => {
    const ids = map.selection.map((n) => n.id)
    const { cursor, scene } = map.state
    return ids.length ? ids : scene.byId.has(cursor) ? [cursor] : []
  }
  const hide = () => here().length && map.hide(...here())
  return {
    x: () => map.toggle(map.state.cursor), Delete: hide, Backspace: hide,
    c: () => map.state.scene.byId.has(map.state.cursor) && map.collapse(map.state.cursor),
    f: () => {
      const ids = here()
      const all = ids.length > 0 && ids.every((id) => map.state.scene.byId.get(id)?.pinned)
      if (ids.length) void (all ? map.unpin(...ids) : map.pin(...ids))
    },
    F10: (shift) => shift && map.menuHere(), '?': () => map.help(),
  }
}

function undoing(map: Controller, e: KeyboardEvent) {
  if (!(e.ctrlKey || e.metaKey) || e.altKey || e.defaultPrevented) return
  if (e.target instanceof Element && e.target.closest('input:not([type=checkbox],[type=radio],[type=range]), textarea, select, dialog')) return
  const key = e.key.toLowerCase()
  if (key === 'z' && !e.shiftKey) map.undo()
  else if (key === 'y' || key === 'z') map.redo()
  else return
  e.preventDefault()
}

function to(map: Controller, id: string | undefined) {
  if (!id) return
  map.cursor(id)
  map.reveal(id)
}

function ahead(map: Controller, way: [number, number]) {
  const { scene, cursor } = map.state
  const here = scene.byId.get(cursor)
  to(map, here ? towards(scene, here, way[0], way[1])?.id : scene.nodes[0]?.id)
}

function look(map: Controller, camera: Camera) {
  map.stage.settle()
  map.stage.lookAt(camera)
  map.save()
}

function nudge(map: Controller, way: [number, number]) {
  const node = map.state.scene.byId.get(map.state.cursor)
  const far = 20 / map.stage.camera.k
  if (node) void map.put(node.id, { x: node.x + way[0] * far, y: node.y + way[1] * far })
}

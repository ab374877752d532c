// The same by keyboard. Tab comes and goes; the arrows walk from one entity to the next.
import { panBy, zoomAt, type Camera } from './camera'
import { towards } from './hit'
import type { Controller } from './controller'

const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

export const help = 'Arrow keys walk from one entity to the nearest, N and P through all of them, L through the lines of one; Enter selects, plus and minus zoom, 0 fits, Shift with an arrow moves the picture, Escape lets go.'

export function listen(map: Controller) {
  const { stage } = map
  const middle = () => ({ x: stage.size.width / 2, y: stage.size.height / 2 })
  const look = (camera: Camera) => {
    stage.settle()
    stage.lookAt(camera)
    map.save()
  }
  const to = (id: string | undefined) => {
    if (!id) return
    map.cursor(id)
    map.reveal(id)
  }

  const step = (by: number) => {
    const { scene, cursor } = map.state
    const n = scene.nodes.length
    const i = scene.byId.get(cursor)?.rank ?? (by > 0 ? -1 : n)
    to(scene.nodes[(i + by + n) % n]?.id)
  }

  const nextLine = () => {
    const { scene, cursor, view } = map.state
    const mine = scene.edges.filter((e) => e.from.id === cursor || e.to.id === cursor)
    const i = mine.findIndex((e) => e.id === view.selected)
    const next = mine[(i + 1) % mine.length]
    if (next) map.select(next.id)
  }

  const keys: Record<string, () => void> = {
    n: () => step(1), p: () => step(-1), l: nextLine,
    '+': () => look(zoomAt(stage.camera, stage.size, middle(), 1.3)),
    '=': () => look(zoomAt(stage.camera, stage.size, middle(), 1.3)),
    '-': () => look(zoomAt(stage.camera, stage.size, middle(), 1 / 1.3)),
    '0': () => map.fit(),
    Enter: () => map.select(map.state.cursor),
    ' ': () => map.select(map.state.cursor),
    Escape: () => map.select(''),
  }

  stage.canvas.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return
    const way = arrows[e.key]
    if (way && e.shiftKey) look(panBy(stage.camera, -way[0] * 60, -way[1] * 60))
    else if (way) {
      const here = map.state.scene.byId.get(map.state.cursor)
      if (here) to(towards(map.state.scene, here, way[0], way[1])?.id)
      else step(1)
    } else if (keys[e.key]) keys[e.key]!()
    else return
    e.preventDefault()
  })
  stage.canvas.addEventListener('focus', () => {
    if (stage.canvas.matches(':focus-visible') && !map.state.scene.byId.has(map.state.cursor)) step(1)
  })
  stage.canvas.addEventListener('blur', () => map.store.set({ cursor: '' }))
}

// Mouse, pen and touch: pan, pinch, drag, hover, select.
import { panBy, toMap, zoomAt, type Point } from './camera'
import { under } from './hit'
import { Tip } from './tip'
import type { Controller } from './controller'
import type { SceneNode } from './scene'

const slack = 5 // a press that moves less than this is a click

export function listen(map: Controller) {
  const { stage } = map
  const { canvas } = stage
  const tip = new Tip(map)
  const down = new Map<number, Point>()
  let held: SceneNode | undefined
  let moved = false
  let start: Point = { x: 0, y: 0 }

  const at = (e: MouseEvent): Point => ({ x: e.offsetX, y: e.offsetY })
  const find = (p: Point, touch: boolean) => under(map.state.scene, stage.camera, stage.size, p, touch ? 14 : 5)

  canvas.addEventListener('pointerdown', (e) => {
    if (e.button > 0) return
    stage.settle()
    down.set(e.pointerId, at(e))
    canvas.setPointerCapture(e.pointerId)
    moved = down.size > 1
    start = at(e)
    held = down.size === 1 ? find(start, e.pointerType === 'touch')?.node : undefined
  })

  canvas.addEventListener('pointermove', (e) => {
    const p = at(e)
    const was = down.get(e.pointerId)
    if (!was) {
      const found = find(p, false)
      const id = found?.node?.id ?? found?.edge?.id ?? ''
      map.hover(id)
      tip.show(e.pointerType === 'touch' ? '' : id, p)
      canvas.style.cursor = found ? 'pointer' : 'grab'
      return
    }
    moved ||= Math.hypot(p.x - start.x, p.y - start.y) > slack
    if (!moved) return
    map.hover('')
    tip.show('', p)
    const other = [...down].find(([id]) => id !== e.pointerId)?.[1]
    if (other) {
      const [before, now] = [Math.hypot(was.x - other.x, was.y - other.y), Math.hypot(p.x - other.x, p.y - other.y)]
      const middle = { x: (p.x + other.x) / 2, y: (p.y + other.y) / 2 }
      stage.lookAt(panBy(zoomAt(stage.camera, stage.size, middle, now / Math.max(1, before)), (p.x - was.x) / 2, (p.y - was.y) / 2))
    } else if (held) {
      Object.assign(held, toMap(stage.camera, stage.size, p))
      held.pinned = map.exploring
      stage.invalidate()
    } else if (e.pointerType !== 'touch' || map.exploring) {
      stage.lookAt(panBy(stage.camera, p.x - was.x, p.y - was.y))
      canvas.style.cursor = 'grabbing'
    }
    down.set(e.pointerId, p)
  })

  const release = (e: PointerEvent) => {
    if (!down.delete(e.pointerId)) return
    if (e.type === 'pointerup' && !moved) {
      const found = find(at(e), e.pointerType === 'touch')
      map.select(found?.node?.id ?? found?.edge?.id ?? '')
    } else if (held) map.pinned()
    else map.save()
    held = undefined
  }
  canvas.addEventListener('pointerup', release)
  canvas.addEventListener('pointercancel', release)
  canvas.addEventListener('pointerleave', (e) => {
    map.hover('')
    tip.show('', at(e))
  })
  canvas.addEventListener('dblclick', (e) => {
    const node = find(at(e), false)?.node
    if (node && map.exploring) map.reveal(node.id)
    else stage.lookAt(zoomAt(stage.camera, stage.size, at(e), 1.6))
  })

  canvas.addEventListener('wheel', (e) => {
    // within a page the wheel scrolls the page, unless the reader holds Ctrl or pinches
    if (!map.exploring && !e.ctrlKey && !e.metaKey) return
    e.preventDefault()
    stage.settle()
    const lines = e.deltaMode === 1 ? 30 : 1
    const turn = Math.max(-80, Math.min(80, e.deltaY * lines))
    stage.lookAt(zoomAt(stage.camera, stage.size, at(e), Math.exp(-turn * (e.ctrlKey ? 0.01 : 0.0035))))
    map.save()
  }, { passive: false })
}

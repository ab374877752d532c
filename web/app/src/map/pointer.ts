// Mouse, pen and touch: pan, pinch, drag, hover, select, lasso, menu.
import { panBy, toMap, zoomAt, type Point } from './camera'
import type { Controller } from './controller'
import * as noting from './deeds/note'
import { under } from './hit'
import { within } from './lasso'
import type { SceneNode } from './scene'
import { Tip } from './tip'

const slack = 5 // a press that moves less than this is a click
const long = 550 // ms after which a press of a finger asks for the menu

const at = (e: MouseEvent): Point => ({ x: e.offsetX, y: e.offsetY })

/** A press under way, with what it holds. */
interface Press { start: Point; moved: boolean; node?: SceneNode; note: number; lasso?: Point[]; timer: number }

export function listen(map: Controller) {
  const { stage } = map
  const { canvas } = stage
  const tip = new Tip(map)
  const fingers = new Map<number, Point>()
  let press: Press | null = null

  const find = (p: Point, touch: boolean) => under(map.state.scene, stage.camera, stage.size, p, touch ? 14 : 5)
  const idAt = (p: Point, touch: boolean) => {
    const found = find(p, touch)
    return found?.node?.id ?? found?.edge?.id ?? ''
  }
  const menu = (p: Point, touch: boolean) => {
    if (press) Object.assign(press, { moved: true, node: undefined })
    map.menu({ id: idAt(p, touch), at: p, keyboard: false })
  }

  canvas.addEventListener('pointerdown', (e) => {
    if (e.button > 0) return
    stage.settle()
    map.menu(null)
    fingers.set(e.pointerId, at(e))
    canvas.setPointerCapture(e.pointerId)
    clearTimeout(press?.timer)
    if (fingers.size > 1) {
      press = { start: at(e), moved: true, note: -1, timer: 0 }
      stage.lasso = undefined
      return
    }
    const touch = e.pointerType === 'touch'
    const start = at(e)
    const { tool } = map.state
    const note = tool || !map.exploring ? -1 : noting.noteAt(map, start)
    const node = tool || note >= 0 ? undefined : find(start, touch)?.node
    const lasso = map.exploring && (tool?.name === 'lasso' || (e.shiftKey && !node && note < 0)) ? [start] : undefined
    press = { start, moved: false, node, note, lasso, timer: touch && map.exploring && !tool ? window.setTimeout(() => menu(start, true), long) : 0 }
  })

  canvas.addEventListener('pointermove', (e) => {
    const p = at(e)
    const was = fingers.get(e.pointerId)
    if (!was || !press) return hover(e, p)
    press.moved ||= Math.hypot(p.x - press.start.x, p.y - press.start.y) > slack
    if (!press.moved) return
    clearTimeout(press.timer)
    map.hover('')
    tip.show('', p)
    const other = [...fingers].find(([id]) => id !== e.pointerId)?.[1]
    if (other) pinch(was, p, other)
    else if (press.lasso) draw(press.lasso, p)
    else if (press.note >= 0) carry(press.note, was, p)
    else if (press.node) drag(press.node, p)
    else if (e.pointerType !== 'touch' || map.exploring) {
      stage.lookAt(panBy(stage.camera, p.x - was.x, p.y - was.y))
      canvas.style.cursor = 'grabbing'
    }
    fingers.set(e.pointerId, p)
  })

  const hover = (e: PointerEvent, p: Point) => {
    const id = idAt(p, false)
    map.hover(id)
    tip.show(e.pointerType === 'touch' ? '' : id, p)
    canvas.style.cursor = map.state.tool ? 'crosshair' : id ? 'pointer' : 'grab'
  }

  const pinch = (was: Point, p: Point, other: Point) => {
    const [before, now] = [Math.hypot(was.x - other.x, was.y - other.y), Math.hypot(p.x - other.x, p.y - other.y)]
    const middle = { x: (p.x + other.x) / 2, y: (p.y + other.y) / 2 }
    stage.lookAt(panBy(zoomAt(stage.camera, stage.size, middle, now / Math.max(1, before)), (p.x - was.x) / 2, (p.y - was.y) / 2))
  }

  const draw = (lasso: Point[], p: Point) => {
    lasso.push(p)
    stage.lasso = lasso
    stage.overlay()
  }

  const carry = (which: number, was: Point, p: Point) => {
    const { x = 0, y = 0 } = stage.notes[which]!
    noting.shift(map, which, { x: x + (p.x - was.x) / stage.camera.k, y: y + (p.y - was.y) / stage.camera.k })
  }

  const drag = (node: SceneNode, p: Point) => {
    Object.assign(node, toMap(stage.camera, stage.size, p))
    node.pinned = map.exploring
    stage.invalidate()
  }

  canvas.addEventListener('pointerup', (e) => {
    if (!fingers.delete(e.pointerId) || !press) return
    clearTimeout(press.timer)
    const { lasso, node, note, moved } = press
    press = null
    if (!moved) click(e)
    else if (lasso) surround(lasso, e.shiftKey)
    else if (note >= 0) void noting.settle(map, note)
    else if (node && map.exploring) void map.moved(node.id)
    else map.save()
  })

  const click = (e: PointerEvent) => {
    const { tool } = map.state
    const p = at(e)
    if (tool?.name === 'move') return void map.put(tool.id, toMap(stage.camera, stage.size, p))
    if (tool?.name === 'note') {
      noting.shift(map, tool.which, toMap(stage.camera, stage.size, p))
      return void noting.settle(map, tool.which)
    }
    const note = noting.noteAt(map, p)
    if (note >= 0) return map.write(map.state.view.notes[note], note)
    const id = idAt(p, e.pointerType === 'touch')
    if (map.exploring && e.shiftKey && map.state.scene.byId.has(id)) map.toggle(id)
    else map.select(id)
  }

  const surround = (lasso: Point[], more: boolean) => {
    stage.lasso = undefined
    const already = more ? map.selection.map((n) => n.id) : []
    map.aim(null)
    map.choose([...already, ...within(stage, lasso)])
    stage.invalidate()
  }

  canvas.addEventListener('pointercancel', (e) => {
    fingers.delete(e.pointerId)
    clearTimeout(press?.timer)
    if (press && press.note >= 0) stage.notes = map.state.view.notes
    press = null
    stage.lasso = undefined
    stage.overlay()
  })
  // A lifted finger is also told as a mouse; under a menu that a long press opened that would be a click on the menu.
  canvas.addEventListener('touchend', (e) => {
    if (map.state.menu && e.cancelable) e.preventDefault()
  }, { passive: false })
  canvas.addEventListener('pointerleave', (e) => {
    map.hover('')
    tip.show('', at(e))
  })
  canvas.addEventListener('contextmenu', (e) => {
    if (!map.exploring) return
    e.preventDefault()
    // by key it belongs to where the keyboard stands; by a finger it is open already
    if ((e as PointerEvent).pointerType === '') map.menuHere()
    else if (!map.state.menu) menu(at(e), false)
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
    map.menu(null)
    const lines = e.deltaMode === 1 ? 30 : 1
    const turn = Math.max(-80, Math.min(80, e.deltaY * lines))
    stage.lookAt(zoomAt(stage.camera, stage.size, at(e), Math.exp(-turn * (e.ctrlKey ? 0.01 : 0.0035))))
    map.save()
  }, { passive: false })
}

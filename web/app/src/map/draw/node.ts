import type { Change } from '../../api'
import type { Attention } from '../attention'
import type { Look } from '../look'
import type { SceneNode } from '../scene'
import { trace, type Pen } from '../shapes'
import { badge, changeLooks } from './change'

/** One shape with its rings and marks. */
export function shape(pen: Pen, n: SceneNode, x: number, y: number, r: number, look: Look, alpha: number, a: Attention, change?: Change) {
  pen.globalAlpha = 1
  rings(pen, n, x, y, r, look, a)
  // the ground behind a shape keeps lines from shining through a dimmed or hollow one
  trace(pen, n.icon, x, y, r + 1.6)
  pen.fillStyle = look.ground
  pen.fill()
  pen.globalAlpha = alpha
  body(pen, n, x, y, r, look)
  if (n.mark && r >= 7) {
    pen.font = `700 ${Math.round(r * 1.05)}px ${look.font}`
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillStyle = n.hollow || n.dashed ? look.label : look.ground
    pen.fillText(n.mark, x, y + r * 0.06)
  } else if (n.pinned) {
    pen.beginPath()
    pen.arc(x, y, Math.max(1.6, r * 0.24), 0, 2 * Math.PI)
    pen.closePath()
    pen.fillStyle = n.hollow || n.dashed ? look.node(n.colour) : look.ground
    pen.fill()
  }
  if (!change) return
  pen.setLineDash(changeLooks[change].dash)
  ring(pen, n, x, y, r + 3, 2.4, look.node(changeLooks[change].colour))
  pen.setLineDash([])
  badge(pen, change, x + r * 0.8 + 2, y - r * 0.8 - 2, Math.max(5, Math.min(8, r * 0.55)), look)
}

/** The shape itself. */
export function body(pen: Pen, n: SceneNode, x: number, y: number, r: number, look: Look) {
  const colour = look.node(n.colour)
  trace(pen, n.icon, x, y, r)
  pen.fillStyle = n.hollow || n.dashed ? look.pale(n.colour) : colour
  pen.fill()
  if (!n.hollow && !n.dashed) return
  pen.strokeStyle = colour
  pen.lineWidth = n.hollow ? 1.8 : 1.6
  pen.setLineDash(n.dashed ? [3, 2.4] : [])
  pen.lineJoin = 'round'
  pen.stroke()
  pen.setLineDash([])
}

/** Where the keyboard stands, and what is chosen. */
export function rings(pen: Pen, n: SceneNode, x: number, y: number, r: number, look: Look, a: Attention) {
  if (n.id === a.cursor) ring(pen, n, x, y, r + 6, 5, look.focus)
  if (n.id === a.selected || n.id === a.cursor || n.id === a.centre || a.chosen?.has(n.id)) ring(pen, n, x, y, r + 3.5, 2.2, look.select)
}

function ring(pen: Pen, n: SceneNode, x: number, y: number, r: number, thick: number, colour: string) {
  trace(pen, n.icon, x, y, r)
  pen.strokeStyle = colour
  pen.lineWidth = thick
  pen.lineJoin = 'round'
  pen.stroke()
}

import type { Change, Status } from '../../api'
import { swell, type Camera } from '../camera'
import { along, type Curve } from '../curve'
import type { Look } from '../look'
import type { SceneEdge } from '../scene'
import type { Pen } from '../shapes'
import { badge, changeLooks } from './change'

/** How firmly a line is claimed shows in its dashes. */
export const dashes: Record<Status, number[]> = {
  stated: [], reported: [8, 3], planned: [4, 3], opinion: [0, 4.5], denied: [],
}

/** The length of an arrowhead: never too small to be seen, never longer than its line has room for. */
export const headOf = (thick: number, long: number) => (long > 14 ? Math.min(6 + thick * 1.6, long * 0.45) : 0)

/** One line with all that is to be said of it. */
export function line(pen: Pen, e: SceneEdge, q: Curve, c: Camera, look: Look, alpha: number, chosen = false, change?: Change) {
  const thick = e.width * Math.min(1.5, Math.max(0.7, swell(c.k))) + (chosen ? 1.5 : 0) + (change ? 0.6 : 0)
  const dotted = e.status === 'opinion' && !change
  pen.globalAlpha = alpha
  pen.strokeStyle = pen.fillStyle = look.line(change ? changeLooks[change].colour : e.colour)
  pen.lineWidth = dotted ? thick * 1.2 : thick
  pen.lineCap = dotted ? 'round' : 'butt'
  pen.setLineDash((change ? changeLooks[change].dash : dashes[e.status]).map((d) => d * Math.max(1, thick / 2)))
  const long = Math.hypot(q.x2 - q.x1, q.y2 - q.y1)
  const head = e.arrow ? (q.bent ? 6 + thick * 1.6 : headOf(thick, long)) : 0
  const { ux, uy } = heading(q)
  pen.beginPath()
  pen.moveTo(q.x1, q.y1)
  const [ex, ey] = [q.x2 - ux * head * 0.75, q.y2 - uy * head * 0.75]
  if (q.bent) pen.bezierCurveTo(q.ax, q.ay, q.bx, q.by, ex, ey)
  else pen.lineTo(ex, ey)
  pen.stroke()
  pen.setLineDash([])
  if (head) {
    pen.globalAlpha = Math.min(1, alpha * 1.25)
    pen.beginPath()
    arrowhead(pen, q.x2, q.y2, ux, uy, head)
    pen.fill()
  }
  if (e.status === 'denied') cross(pen, along(q, 0.5), thick)
  if (change && long > 40) badge(pen, change, along(q, 0.5).x, along(q, 0.5).y, 6, look)
}

/** The direction in which a line arrives. */
function heading(q: Curve): { ux: number; uy: number } {
  const [hx, hy] = [q.x2 - (q.bent ? q.bx : q.x1), q.y2 - (q.bent ? q.by : q.y1)]
  const long = Math.hypot(hx, hy) || 1
  return { ux: hx / long, uy: hy / long }
}

export function arrowhead(pen: Pen, x: number, y: number, ux: number, uy: number, head: number) {
  pen.moveTo(x, y)
  pen.lineTo(x - ux * head - uy * head * 0.42, y - uy * head + ux * head * 0.42)
  pen.lineTo(x - ux * head + uy * head * 0.42, y - uy * head - ux * head * 0.42)
  pen.closePath()
}

function cross(pen: Pen, { x, y }: { x: number; y: number }, thick: number) {
  const d = 5 + thick
  pen.lineWidth = Math.max(2, thick)
  pen.beginPath()
  pen.moveTo(x - d, y - d)
  pen.lineTo(x + d, y + d)
  pen.moveTo(x + d, y - d)
  pen.lineTo(x - d, y + d)
  pen.stroke()
}

// Draws a scene with a pen. It only reads: what is drawn is decided elsewhere.
import type { Box } from './boxes'
import { swell, toScreen, type Camera, type Size } from './camera'
import { along, course, type Curve } from './curve'
import { lit, type Attention, type Lit } from './attention'
import { Labels, type Label } from './labels'
import { trace, type Pen } from './shapes'
import type { Look } from './look'
import type { Scene, SceneEdge, SceneNode } from './scene'
import type { Status } from '../api'

/** How firmly a line is claimed shows in its dashes. */
export const dashes: Record<Status, number[]> = {
  stated: [], reported: [8, 3], planned: [4, 3], opinion: [0, 4.5], denied: [],
}

export interface Picture { scene: Scene; camera: Camera; size: Size; look: Look; attention: Attention; labels: Labels; reserved?: Box[] }

/** Draws the picture and says how many labels found room. */
export function paint(pen: Pen, { scene, camera, size, look, attention, labels, reserved = [] }: Picture): number {
  pen.globalAlpha = 1
  pen.setLineDash([])
  pen.fillStyle = look.ground
  pen.fillRect(0, 0, size.width, size.height)
  const light = lit(scene, attention)
  const away = light?.strong ? look.dim : 0.38
  const curves: Curve[] = []
  const bright: [SceneEdge, Curve][] = []
  for (const e of scene.edges) {
    const q = course(e, camera, size)
    if (outside(q, size)) continue
    const on = !light || light.edges.has(e.id)
    if (!light?.strong || on) curves.push(q)
    if (light && on) bright.push([e, q])
    else line(pen, e, q, camera, look, light ? away * 0.8 : 0.78)
  }
  for (const [e, q] of bright) line(pen, e, q, camera, look, 1, e.id === light!.on)
  for (let i = scene.nodes.length - 1; i >= 0; i--) {
    const n = scene.nodes[i]!
    shape(pen, n, camera, size, look, !light || light.nodes.has(n.id) ? 1 : away, attention)
  }
  pen.globalAlpha = 1
  const first = [attention.hover, attention.selected, attention.cursor, attention.centre].filter(Boolean)
  const measure = (text: string, px: number, bold: boolean) => width(pen, text, font(look, px, bold))
  const placed = labels.place(scene, camera, size, curves, light, first, measure, reserved)
  for (const label of placed) write(pen, label, look, light, away)
  pen.globalAlpha = 1
  return placed.length
}

const outside = (q: Curve, s: Size) =>
  Math.max(q.x1, q.x2, q.ax, q.bx) < 0 || Math.min(q.x1, q.x2, q.ax, q.bx) > s.width ||
  Math.max(q.y1, q.y2, q.ay, q.by) < 0 || Math.min(q.y1, q.y2, q.ay, q.by) > s.height

function line(pen: Pen, e: SceneEdge, q: Curve, c: Camera, look: Look, alpha: number, chosen = false) {
  const thick = e.width * Math.min(1.5, Math.max(0.7, swell(c.k))) + (chosen ? 1.5 : 0)
  pen.globalAlpha = alpha
  pen.strokeStyle = pen.fillStyle = look.line(e.colour)
  pen.lineWidth = e.status === 'opinion' ? thick * 1.2 : thick
  pen.lineCap = e.status === 'opinion' ? 'round' : 'butt'
  pen.setLineDash(dashes[e.status].map((d) => d * Math.max(1, thick / 2)))
  const head = e.arrow && Math.hypot(q.x2 - q.x1, q.y2 - q.y1) > 14 ? 6 + thick * 1.6 : 0
  const [hx, hy] = [q.x2 - (q.bent ? q.bx : q.x1), q.y2 - (q.bent ? q.by : q.y1)]
  const long = Math.hypot(hx, hy) || 1
  const [ux, uy] = [hx / long, hy / long]
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
    pen.moveTo(q.x2, q.y2)
    pen.lineTo(q.x2 - ux * head - uy * head * 0.42, q.y2 - uy * head + ux * head * 0.42)
    pen.lineTo(q.x2 - ux * head + uy * head * 0.42, q.y2 - uy * head - ux * head * 0.42)
    pen.fill()
  }
  if (e.status === 'denied') cross(pen, along(q, 0.5), thick)
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

function shape(pen: Pen, n: SceneNode, c: Camera, s: Size, look: Look, alpha: number, a: Attention) {
  const { x, y } = toScreen(c, s, n)
  const r = n.r * swell(c.k)
  if (x < -r * 2 || y < -r * 2 || x > s.width + r * 2 || y > s.height + r * 2) return
  const colour = look.node(n.colour)
  pen.globalAlpha = 1
  if (n.id === a.cursor) ring(pen, n, x, y, r + 6, 5, look.focus)
  if (n.id === a.selected || n.id === a.cursor || n.id === a.centre) ring(pen, n, x, y, r + 3.5, 2.2, look.select)
  // the ground behind a shape keeps lines from shining through a dimmed or hollow one
  trace(pen, n.icon, x, y, r + 1.6)
  pen.fillStyle = look.ground
  pen.fill()
  pen.globalAlpha = alpha
  trace(pen, n.icon, x, y, r)
  pen.fillStyle = n.hollow || n.dashed ? look.pale(n.colour) : colour
  pen.fill()
  if (n.hollow || n.dashed) {
    pen.strokeStyle = colour
    pen.lineWidth = n.hollow ? 1.8 : 1.6
    pen.setLineDash(n.dashed ? [3, 2.4] : [])
    pen.lineJoin = 'round'
    pen.stroke()
    pen.setLineDash([])
  }
  if (n.pinned) {
    pen.beginPath()
    pen.arc(x, y, Math.max(1.6, r * 0.24), 0, 2 * Math.PI)
    pen.fillStyle = n.hollow || n.dashed ? colour : look.ground
    pen.fill()
  }
}

function ring(pen: Pen, n: SceneNode, x: number, y: number, r: number, thick: number, colour: string) {
  trace(pen, n.icon, x, y, r)
  pen.strokeStyle = colour
  pen.lineWidth = thick
  pen.lineJoin = 'round'
  pen.stroke()
}

const font = (look: Look, px: number, bold: boolean) => `${bold ? 600 : 400} ${px}px ${look.font}`

const widths = new Map<string, number>()

function width(pen: Pen, text: string, face: string): number {
  const key = face + text
  const known = widths.get(key)
  if (known !== undefined) return known
  pen.font = face
  const measured = pen.measureText(text).width
  widths.set(key, measured)
  return measured
}

function write(pen: Pen, l: Label, look: Look, light: Lit | null, away: number) {
  pen.globalAlpha = !light || light.nodes.has(l.node.id) ? 1 : Math.max(0.45, away)
  pen.font = font(look, l.size, l.bold)
  pen.textAlign = l.align
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.lineWidth = 3.5
  pen.strokeStyle = look.halo
  pen.fillStyle = look.label
  l.lines.forEach((text, i) => pen.strokeText(text, l.x, l.y + i * l.step))
  l.lines.forEach((text, i) => pen.fillText(text, l.x, l.y + i * l.step))
}

import type { Box } from '../boxes'
import { mix } from '../colour'
import { toScreen, type Camera, type Point, type Size } from '../camera'
import type { Look } from '../look'
import type { Scene } from '../scene'
import type { Pen } from '../shapes'
import { wrapWhole } from '../wrap'
import { font, width } from './text'

/** A reader's own words on the map: at a place, or beside a body. */
export interface Note { text: string; x?: number; y?: number; id?: string }

const size = 13
const step = 17
const pad = 7

/** Where each note lies on the screen; notes on bodies that are not shown are left out. */
export function noteBoxes(pen: Pen, notes: readonly Note[], scene: Scene, c: Camera, s: Size, look: Look): { note: Note; box: Box; lines: string[]; to?: Point }[] {
  return notes.flatMap((note) => {
    const node = note.id === undefined ? undefined : scene.byId.get(note.id)
    if (!node && (note.x === undefined || note.y === undefined)) return []
    const at = toScreen(c, s, node ?? { x: note.x!, y: note.y! })
    const lines = wrapWhole(note.text, 30)
    const w = Math.max(...lines.map((l) => width(pen, l, font(look, size, false)))) + 2 * pad
    const h = lines.length * step + 2 * pad - 3
    const box = node ? { x: at.x + 26, y: at.y - h - 22, w, h } : { x: at.x, y: at.y, w, h }
    return [{ note, box, lines, to: node && at }]
  })
}

export function drawNotes(pen: Pen, notes: ReturnType<typeof noteBoxes>, look: Look) {
  pen.globalAlpha = 1
  pen.setLineDash([])
  for (const { box, lines, to } of notes) {
    pen.strokeStyle = mix('#b58900', look.label, 0.2)
    pen.lineWidth = 1.2
    if (to) {
      pen.beginPath()
      pen.moveTo(to.x, to.y)
      pen.lineTo(box.x + pad, box.y + box.h)
      pen.stroke()
    }
    pen.fillStyle = mix('#ffe066', look.ground, 0.55)
    pen.beginPath()
    pen.rect(box.x, box.y, box.w, box.h)
    pen.fill()
    pen.stroke()
    pen.fillStyle = look.label
    pen.font = font(look, size, false)
    pen.textAlign = 'left'
    pen.textBaseline = 'middle'
    lines.forEach((l, i) => pen.fillText(l, box.x + pad, box.y + pad + step * (i + 0.42)))
  }
}

/** The outline of a lasso, in points of the screen. */
export function drawLasso(pen: Pen, points: readonly Point[], look: Look) {
  if (points.length < 2) return
  pen.beginPath()
  points.forEach((p, i) => (i ? pen.lineTo(p.x, p.y) : pen.moveTo(p.x, p.y)))
  pen.closePath()
  pen.globalAlpha = 0.1
  pen.fillStyle = look.select
  pen.fill()
  pen.globalAlpha = 1
  pen.setLineDash([6, 4])
  pen.lineWidth = 1.5
  pen.strokeStyle = look.select
  pen.stroke()
  pen.setLineDash([])
}

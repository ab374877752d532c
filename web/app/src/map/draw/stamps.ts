// Shapes and names are drawn once and stamped from then on: a stamp costs a tenth of the drawing.
import type { Label } from '../labels'
import type { Look } from '../look'
import type { SceneNode } from '../scene'
import { trace } from '../shapes'
import { body } from './node'
import { font, width, write } from './text'

const most = 700 // names kept; the oldest go first
const side = 1024

type Place = { x: number; y: number; size: number }

export class Stamps {
  private sheet: OffscreenCanvas
  private pen: OffscreenCanvasRenderingContext2D
  private places = new Map<string, Place>()
  private names = new Map<string, OffscreenCanvas>()
  private free = { x: 0, y: 0, row: 0 }

  constructor(private look: Look, readonly dense: number) {
    this.sheet = new OffscreenCanvas(side, side)
    this.pen = this.sheet.getContext('2d')!
  }

  /** A shape of about radius r; it must not be larger than a few dozen pixels. */
  node(to: CanvasRenderingContext2D, n: SceneNode, x: number, y: number, r: number) {
    const step = r < 4 ? 0.5 : 1
    const near = Math.max(1, Math.round(r / step) * step)
    const key = `${n.icon} ${n.colour} ${n.hollow ? 1 : 0}${n.dashed ? 1 : 0} ${near}`
    const at = this.places.get(key) ?? this.cut(key, n, near)
    const half = at.size / 2
    const d = this.dense
    to.drawImage(this.sheet, at.x, at.y, at.size, at.size, Math.round(x * d - half) / d, Math.round(y * d - half) / d, at.size / d, at.size / d)
  }

  private cut(key: string, n: SceneNode, r: number): Place {
    const size = 2 * Math.ceil((r * 1.5 + 3) * this.dense)
    if (this.free.x + size > side) this.free = { x: 0, y: this.free.y + this.free.row, row: 0 }
    if (this.free.y + size > side) { // full: all are cut anew
      this.places.clear()
      this.pen.setTransform(1, 0, 0, 1, 0, 0)
      this.pen.clearRect(0, 0, side, side)
      this.free = { x: 0, y: 0, row: 0 }
    }
    const place = { x: this.free.x, y: this.free.y, size }
    const half = size / 2
    this.pen.setTransform(this.dense, 0, 0, this.dense, place.x + half, place.y + half)
    trace(this.pen, n.icon, 0, 0, r + (r < 3 ? 0.6 : 1.4))
    this.pen.fillStyle = this.look.ground
    this.pen.fill()
    body(this.pen, n, 0, 0, r, this.look)
    this.free.x += size
    this.free.row = Math.max(this.free.row, size)
    this.places.set(key, place)
    return place
  }

  /** A name where the label says. */
  name(to: CanvasRenderingContext2D, l: Label) {
    const key = `${l.size}${l.bold ? 'b' : ''}${l.align}\n${l.lines.join('\n')}`
    let stamp = this.names.get(key)
    if (!stamp) {
      stamp = this.print(l)
      if (this.names.size >= most) this.names.delete(this.names.keys().next().value!)
      this.names.set(key, stamp)
    }
    const d = this.dense
    const left = l.align === 'left' ? 3 * d : l.align === 'right' ? stamp.width - 3 * d : stamp.width / 2
    to.drawImage(stamp, Math.round(l.x * d - left) / d, Math.round((l.y - l.size) * d) / d, stamp.width / d, stamp.height / d)
  }

  private print(l: Label): OffscreenCanvas {
    const wide = Math.max(...l.lines.map((text) => width(this.pen, text, font(this.look, l.size, l.bold)))) + 6
    const stamp = new OffscreenCanvas(2 * Math.ceil((wide * this.dense) / 2), Math.ceil(((l.lines.length - 1) * l.step + 2 * l.size) * this.dense))
    const pen = stamp.getContext('2d')!
    pen.scale(this.dense, this.dense)
    write(pen, { ...l, x: l.align === 'left' ? 3 : l.align === 'right' ? stamp.width / this.dense - 3 : stamp.width / this.dense / 2, y: l.size }, this.look)
    return stamp
  }
}

// Shapes and names are drawn once and stamped from then on: a stamp costs a tenth of the drawing.
import type { Label } from '../labels'
import type { Look } from '../look'
import type { SceneNode } from '../scene'
import { trace } from '../shapes'
import { body } from './node'
import { font, width, write } from './text'

const most = 700 // of each sort; the oldest go first
const printed = 24 // new names in one drawing; more of them at once would stop the page, so the rest are written

type Made = OffscreenCanvasRenderingContext2D

export class Stamps {
  private shapes = new Map<string, ImageBitmap>()
  private names = new Map<string, ImageBitmap>()
  private prints = 0
  private probe = new OffscreenCanvas(1, 1).getContext('2d')!

  constructor(private look: Look, readonly dense: number) {}

  /** From here on to() is measured in dots of the screen, so that a stamp is copied dot by dot. */
  begin(to: CanvasRenderingContext2D) {
    this.prints = 0
    to.setTransform(1, 0, 0, 1, 0, 0)
    to.imageSmoothingEnabled = false
  }

  end(to: CanvasRenderingContext2D) {
    to.setTransform(this.dense, 0, 0, this.dense, 0, 0)
  }

  /** A shape of about radius r; between begin and end. */
  node(to: CanvasRenderingContext2D, n: SceneNode, x: number, y: number, r: number) {
    const near = r < 4 ? Math.max(1, Math.round(r * 2) / 2) : Math.round(r)
    const key = `${n.icon}${n.colour}${n.hollow ? 1 : 0}${n.dashed ? 1 : 0}${near}`
    const stamp = this.shapes.get(key) ?? this.keep(this.shapes, key, this.cut(n, near))
    to.drawImage(stamp, Math.round(x * this.dense - stamp.width / 2), Math.round(y * this.dense - stamp.height / 2))
  }

  private cut(n: SceneNode, r: number): ImageBitmap {
    const size = 2 * Math.ceil((r * 1.5 + 2) * this.dense)
    return this.made(size, size, (pen) => {
      pen.translate(size / 2 / this.dense, size / 2 / this.dense)
      trace(pen, n.icon, 0, 0, r + (r < 3 ? 0.6 : 1.4))
      pen.fillStyle = this.look.ground
      pen.fill()
      body(pen, n, 0, 0, r, this.look)
    })
  }

  /** A name where the label says; between begin and end. */
  name(to: CanvasRenderingContext2D, l: Label) {
    const key = `${l.size}${l.bold ? 'b' : ''}${l.align}\n${l.lines.join('\n')}`
    let stamp = this.names.get(key)
    if (!stamp && ++this.prints > printed) return this.write(to, l)
    stamp ??= this.keep(this.names, key, this.print(l))
    const d = this.dense
    const left = l.align === 'left' ? 3 * d : l.align === 'right' ? stamp.width - 3 * d : stamp.width / 2
    to.drawImage(stamp, Math.round(l.x * d - left), Math.round((l.y - l.size) * d))
  }

  private write(to: CanvasRenderingContext2D, l: Label) {
    this.end(to)
    write(to, l, this.look)
    to.setTransform(1, 0, 0, 1, 0, 0)
  }

  private print(l: Label): ImageBitmap {
    const wide = Math.max(...l.lines.map((text) => width(this.probe, text, font(this.look, l.size, l.bold)))) + 6
    const [w, h] = [2 * Math.ceil((wide * this.dense) / 2), Math.ceil(((l.lines.length - 1) * l.step + 2 * l.size) * this.dense)]
    const x = l.align === 'left' ? 3 : l.align === 'right' ? w / this.dense - 3 : w / this.dense / 2
    return this.made(w, h, (pen) => write(pen, { ...l, x, y: l.size }, this.look))
  }

  private made(w: number, h: number, draw: (pen: Made) => void): ImageBitmap {
    const canvas = new OffscreenCanvas(w, h)
    const pen = canvas.getContext('2d')!
    pen.scale(this.dense, this.dense)
    draw(pen)
    return canvas.transferToImageBitmap()
  }

  private keep(kept: Map<string, ImageBitmap>, key: string, stamp: ImageBitmap): ImageBitmap {
    if (kept.size >= most) {
      const [oldest, old] = kept.entries().next().value!
      old.close()
      kept.delete(oldest)
    }
    kept.set(key, stamp)
    return stamp
  }
}

// Many small discs, dot by dot: as rectangles or arcs of a canvas they would cost ten times as much.
import { parse } from '../colour'
import type { Size } from '../camera'

const most = 2e6 // dots of a screen: one that has more gets its small shapes a little coarser while it moves
const half = 0.5 // px: how fine the sizes are told apart

/** How much of each dot around its middle a disc covers, row by row. */
interface Disc { reach: number; cover: Uint8Array }

/** A sheet of the size of the screen, for one picture; shown at once. */
export class Dots {
  private image = new ImageData(1, 1)
  private cells = new Uint32Array(1) // alpha, blue, green, red
  private canvas = new OffscreenCanvas(1, 1)
  private pen = this.canvas.getContext('2d', { willReadFrequently: true })!
  private discs = new Map<number, Disc>()
  private grain = 1

  begin({ width, height }: Size, dense: number) {
    this.grain = width * height * dense * dense > most ? 1 : dense
    const [w, h] = [Math.ceil(width * this.grain), Math.ceil(height * this.grain)]
    if (this.canvas.width !== w || this.canvas.height !== h) {
      Object.assign(this.canvas, { width: w, height: h })
      this.image = new ImageData(w, h)
      this.cells = new Uint32Array(this.image.data.buffer)
    } else this.cells.fill(0)
  }

  /** A disc of a colour as shade() makes it. */
  disc(x: number, y: number, r: number, colour: number) {
    const { reach, cover } = this.sized(r)
    const { cells, image: { width, height } } = this
    const left = Math.round(x * this.grain - 0.5) - reach
    const top = Math.round(y * this.grain - 0.5) - reach
    const wide = 2 * reach + 1
    if (left < 0 || top < 0 || left + wide > width || top + wide > height) return // it only shows a part of itself at the edge
    const alpha = colour >>> 24
    const plain = colour & 0xffffff
    for (let row = 0, i = 0; row < wide; row++) {
      for (let at = (top + row) * width + left, end = at + wide; at < end; at++, i++) {
        const much = (cover[i]! * alpha) >> 8
        if (much && (much > 200 || much >= cells[at]! >>> 24)) cells[at] = (much << 24) | plain
      }
    }
  }

  /** Lays the sheet over what is drawn. */
  end(to: CanvasRenderingContext2D, { width, height }: Size) {
    this.pen.putImageData(this.image, 0, 0)
    to.globalAlpha = 1
    to.drawImage(this.canvas, 0, 0, this.canvas.width, this.canvas.height, 0, 0, width, height)
  }

  private sized(r: number): Disc {
    const size = Math.max(half, Math.round((r * this.grain) / half) * half)
    let disc = this.discs.get(size)
    if (!disc) this.discs.set(size, (disc = cut(size)))
    return disc
  }
}

function cut(r: number): Disc {
  const reach = Math.ceil(r)
  const wide = 2 * reach + 1
  // a dot whose middle lies within is covered; the edge fades over one dot
  const cover = Uint8Array.from({ length: wide * wide }, (_, i) => 255 * Math.max(0, Math.min(1, r + 0.5 - Math.hypot((i % wide) - reach, Math.floor(i / wide) - reach))))
  return { reach, cover }
}

/** A colour and how solid it is, as the sheet holds it; every machine that runs a browser today puts the lowest byte first. */
export function shade(colour: string, solid: number): number {
  const [r, g, b] = parse(colour)
  return ((Math.round(solid * 255) << 24) | (b << 16) | (g << 8) | r) >>> 0
}

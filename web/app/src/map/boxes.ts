export interface Box { x: number; y: number; w: number; h: number }

const cell = 48

/** Rectangles in a grid, to ask quickly whether another would overlap one of them. */
export class Boxes {
  private cells = new Map<number, Box[]>()

  add(b: Box) {
    this.visit(b, (key) => {
      const here = this.cells.get(key)
      if (here) here.push(b)
      else this.cells.set(key, [b])
      return false
    })
  }

  /** Whether b overlaps any other than one just like except. */
  hits(b: Box, except?: Box): boolean {
    return this.visit(b, (key) =>
      !!this.cells.get(key)?.some((o) => !same(o, except) && b.x < o.x + o.w && o.x < b.x + b.w && b.y < o.y + o.h && o.y < b.y + b.h))
  }

  private visit(b: Box, each: (key: number) => boolean): boolean {
    for (let i = Math.floor(b.x / cell); i <= Math.floor((b.x + b.w) / cell); i++) {
      for (let j = Math.floor(b.y / cell); j <= Math.floor((b.y + b.h) / cell); j++) {
        if (each(i * 10007 + j)) return true
      }
    }
    return false
  }
}

const same = (a: Box, b: Box | undefined) => !!b && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

const grain = 10

/** How many lines pass through each small square of the screen. */
export class Ink {
  private columns: number
  private counts: Uint16Array

  constructor(width: number, private height: number) {
    this.columns = Math.ceil(width / grain) + 1
    this.counts = new Uint16Array(this.columns * (Math.ceil(height / grain) + 1))
  }

  add(x: number, y: number, weight = 1) {
    if (x < 0 || y < 0 || x >= this.columns * grain || y >= this.height) return
    this.counts[Math.floor(y / grain) * this.columns + Math.floor(x / grain)]! += weight
  }

  under(b: Box): number {
    let sum = 0
    for (let y = b.y; y < b.y + b.h; y += grain) {
      for (let x = b.x; x < b.x + b.w; x += grain) {
        sum += this.counts[Math.floor(y / grain) * this.columns + Math.floor(x / grain)] ?? 0
      }
    }
    return sum
  }
}

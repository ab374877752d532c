/** Looks at the point x, y of the map with k screen pixels a unit. */
export interface Camera { x: number; y: number; k: number }
export interface Size { width: number; height: number }
export interface Point { x: number; y: number }

const nearest = 6
const farthest = 0.03

export const toScreen = (c: Camera, s: Size, p: Point): Point => ({
  x: (p.x - c.x) * c.k + s.width / 2, y: (p.y - c.y) * c.k + s.height / 2,
})

export const toMap = (c: Camera, s: Size, p: Point): Point => ({
  x: (p.x - s.width / 2) / c.k + c.x, y: (p.y - s.height / 2) / c.k + c.y,
})

/** Zooms so that what is under the point stays there. */
export function zoomAt(c: Camera, s: Size, at: Point, factor: number): Camera {
  const k = Math.min(nearest, Math.max(farthest, c.k * factor))
  const under = toMap(c, s, at)
  return { k, x: under.x - (at.x - s.width / 2) / k, y: under.y - (at.y - s.height / 2) / k }
}

export const panBy = (c: Camera, dx: number, dy: number): Camera => ({ ...c, x: c.x - dx / c.k, y: c.y - dy / c.k })

const closest = 1.25
const few = 12 // bodies: fewer than this may come nearer, so that they do not stand alone in an empty picture

/** Shows all points, with room for the labels at the edges. */
export function fit(points: readonly Point[], s: Size): Camera {
  if (points.length === 0) return { x: 0, y: 0, k: 1 }
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const p of points) {
    left = Math.min(left, p.x)
    right = Math.max(right, p.x)
    top = Math.min(top, p.y)
    bottom = Math.max(bottom, p.y)
  }
  const wide = Math.max(40, s.width - 2 * Math.min(64, s.width * 0.12))
  const high = Math.max(40, s.height - 2 * Math.min(40, s.height * 0.1))
  const k = Math.min(closest * Math.min(1.9, Math.max(1, few / points.length)), wide / Math.max(1, right - left), high / Math.max(1, bottom - top))
  return { x: (left + right) / 2, y: (top + bottom) / 2 + 4 / k, k }
}

/** How much larger shapes get as one comes nearer: less than the distances do. */
export const swell = (k: number) => Math.min(1.9, Math.max(0.28, Math.pow(k, 0.6)))

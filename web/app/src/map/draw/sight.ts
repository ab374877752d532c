// What of a scene is on the screen, and where: worked out once a frame for all who draw.
import { swell, type Camera, type Size } from '../camera'
import type { Scene } from '../scene'
import { meshOf } from './mesh'

export interface Sight {
  x: Float32Array // of all nodes, by rank
  y: Float32Array
  r: Float32Array
  nodes: number[] // ranks of those on the screen, best connected first
  lines: Uint32Array // numbers of those that may cross the screen
  grown: number
}

let lines = new Uint32Array(0)

export function sight(scene: Scene, c: Camera, s: Size): Sight {
  const n = scene.nodes.length
  const grown = swell(c.k)
  const [x, y, r] = [new Float32Array(n), new Float32Array(n), new Float32Array(n)]
  const nodes: number[] = []
  const [ox, oy] = [s.width / 2 - c.x * c.k, s.height / 2 - c.y * c.k]
  for (let i = 0; i < n; i++) {
    const node = scene.nodes[i]!
    const px = (x[i] = node.x * c.k + ox)
    const py = (y[i] = node.y * c.k + oy)
    const pr = (r[i] = node.r * grown)
    const edge = pr * 2 + 12
    if (px > -edge && py > -edge && px < s.width + edge && py < s.height + edge) nodes.push(i)
  }
  return { x, y, r, nodes, lines: crossing(scene, x, y, s), grown }
}

const bulge = 60 // a curved line reaches beyond the box of its ends

function crossing(scene: Scene, x: Float32Array, y: Float32Array, s: Size): Uint32Array {
  const { from, to, lane } = meshOf(scene)
  if (lines.length < from.length) lines = new Uint32Array(from.length)
  let count = 0
  const { width, height } = s
  for (let i = 0; i < from.length; i++) { // the first frame goes through here before the browser has made it quick: no lists
    const a = from[i]!
    const b = to[i]!
    const x1 = x[a]!
    const y1 = y[a]!
    const x2 = x[b]!
    const y2 = y[b]!
    const slack = a === b || lane[i] ? bulge : 4
    if ((x1 < -slack && x2 < -slack) || (y1 < -slack && y2 < -slack) || (x1 > width + slack && x2 > width + slack) || (y1 > height + slack && y2 > height + slack)) continue
    const inside = x1 >= 0 && y1 >= 0 && x1 <= width && y1 <= height
    if (inside || slack === bulge || passes(x1, y1, x2, y2, s)) lines[count++] = i
  }
  return lines.slice(0, count) // a copy: the next sight writes over it
}

/** Whether a straight line crosses the screen: not when all corners lie on one side of it. */
function passes(x1: number, y1: number, x2: number, y2: number, s: Size): boolean {
  const dx = x2 - x1
  const dy = y2 - y1
  const a = -x1 * dy + y1 * dx
  const w = s.width * dy
  const h = -s.height * dx
  return !((a > 0 && a + w > 0 && a + h > 0 && a + w + h > 0) || (a < 0 && a + w < 0 && a + h < 0 && a + w + h < 0))
}

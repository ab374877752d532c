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
  for (let i = 0; i < from.length; i++) {
    const [x1, y1, x2, y2] = [x[from[i]!]!, y[from[i]!]!, x[to[i]!]!, y[to[i]!]!]
    const slack = lane[i] || from[i] === to[i] ? bulge : 4
    if ((x1 < -slack && x2 < -slack) || (y1 < -slack && y2 < -slack) || (x1 > s.width + slack && x2 > s.width + slack) || (y1 > s.height + slack && y2 > s.height + slack)) continue
    if (slack === bulge || passes(x1, y1, x2, y2, s)) lines[count++] = i
  }
  return lines.subarray(0, count)
}

/** Whether a straight line crosses the screen: not when all corners lie on one side of it. */
function passes(x1: number, y1: number, x2: number, y2: number, s: Size): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const a = -x1 * dy + y1 * dx
  const [w, h] = [s.width * dy, -s.height * dx]
  return !((a > 0 && a + w > 0 && a + h > 0 && a + w + h > 0) || (a < 0 && a + w < 0 && a + h < 0 && a + w + h < 0))
}

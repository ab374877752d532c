import { levels } from './levels'
import { neighbours } from './near'
import type { Placed, Task } from './messages'

const gap = 12
const between = 84

/** Rings around one body, by how many lines away the others are. */
export function rings(task: Task): Placed {
  const near = neighbours(task)
  const { level, order, parent } = levels(task.centre, near)
  const x = new Float32Array(order.length)
  const y = new Float32Array(order.length)
  const angle = new Float64Array(order.length)
  let radius = 0
  for (let l = 1; ; l++) {
    const ring = order.filter((m) => level[m] === l)
    if (ring.length === 0) break
    // each stands as near as it can to the direction of what it hangs on
    const wish = (m: number) => (parent[m]! < 0 ? 7 : angle[parent[m]!]!)
    if (l > 1) ring.sort((a, b) => wish(a) - wish(b) || a - b)
    const room = ring.map((m) => Math.min(task.w[m]!, 80) / 2 + task.h[m]! / 2 + gap)
    const around = room.reduce((sum, r) => sum + r, 0)
    radius = Math.max(radius + between, around / (2 * Math.PI))
    place(ring, room, around, radius, l > 1 ? wish : () => 0, angle)
    for (const m of ring) {
      x[m] = Math.cos(angle[m]! - Math.PI / 2) * radius
      y[m] = Math.sin(angle[m]! - Math.PI / 2) * radius
    }
  }
  return { x, y }
}

/** Goes round once; slack is left where the wishes leave it. */
function place(ring: number[], room: number[], around: number, radius: number, wish: (m: number) => number, angle: Float64Array) {
  const unit = (2 * Math.PI) / Math.max(around, 2 * Math.PI * radius)
  const spare = 2 * Math.PI - around * unit
  const even = ring.length > 1 && wish(ring[0]!) === wish(ring.at(-1)!) ? spare / ring.length : 0
  let at = 0
  let left = spare
  ring.forEach((m, i) => {
    const half = (room[i]! * unit) / 2
    const skip = even || Math.min(left, Math.max(0, wish(m) - at - half))
    at += skip
    left -= skip
    angle[m] = at + half
    at += 2 * half
  })
}

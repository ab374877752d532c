import { neighbours } from './near'
import type { Placed, Task } from './messages'

const gap = 14
const rounds = 40

/** All on one circle, each near those it is joined to. */
export function circle(task: Task): Placed {
  const order = ordered(task)
  const room = order.map((m) => Math.min(task.w[m]!, 70) / 2 + task.h[m]! / 2 + gap)
  const around = room.reduce((sum, r) => sum + r, 0)
  const radius = Math.max(60, around / (2 * Math.PI))
  const x = new Float32Array(order.length)
  const y = new Float32Array(order.length)
  let far = 0
  order.forEach((m, i) => {
    const angle = ((far + room[i]! / 2) / around) * 2 * Math.PI - Math.PI / 2
    far += room[i]!
    x[m] = Math.cos(angle) * radius
    y[m] = Math.sin(angle) * radius
  })
  return { x, y }
}

/** Begins with a walk along the lines, then draws each towards the middle of its neighbours: fewer lines cross. */
function ordered(task: Task): number[] {
  const near = neighbours(task)
  let order = walk(near)
  const n = order.length
  const at = new Float64Array(n)
  let best = order
  let least = span(order, near, at)
  for (let round = 0; round < rounds && n > 3; round++) {
    const wish = order.map((m, i) => {
      let [sx, sy] = [Math.cos((i / n) * 2 * Math.PI) * 0.5, Math.sin((i / n) * 2 * Math.PI) * 0.5]
      for (const o of near[m]!) {
        sx += Math.cos((at[o]! / n) * 2 * Math.PI)
        sy += Math.sin((at[o]! / n) * 2 * Math.PI)
      }
      return (Math.atan2(sy, sx) + 2 * Math.PI) % (2 * Math.PI)
    })
    const angle = new Map(order.map((m, i) => [m, wish[i]!]))
    order = order.toSorted((a, b) => angle.get(a)! - angle.get(b)! || at[a]! - at[b]!)
    const now = span(order, near, at)
    if (now < least) [best, least] = [order, now]
  }
  return best
}

function walk(near: number[][]): number[] {
  const seen = new Set<number>()
  for (let start = 0; start < near.length; start++) {
    const stack = [start]
    while (stack.length) {
      const m = stack.pop()!
      if (seen.has(m)) continue
      seen.add(m)
      // the least connected first: leaves stay beside their hub
      for (const o of near[m]!.toSorted((a, b) => near[b]!.length - near[a]!.length)) if (!seen.has(o)) stack.push(o)
    }
  }
  return [...seen]
}

/** How far apart neighbours stand along the circle, in all; notes where each stands. */
function span(order: number[], near: number[][], at: Float64Array): number {
  order.forEach((m, i) => (at[m] = i))
  let sum = 0
  near.forEach((others, m) => {
    for (const o of others) {
      const d = Math.abs(at[m]! - at[o]!)
      sum += Math.min(d, order.length - d)
    }
  })
  return sum
}

import { random } from './seed'
import { spread } from './spread'
import { bound } from './bound'
import type { Placed, Task } from './messages'

const reach = 120

/** Places newcomers beside those they are joined to; nobody who has a place moves. */
export function join(task: Task): Placed {
  const n = task.seeds.length
  const [x, y] = [task.x.slice(), task.y.slice()]
  const settled = Array.from(x, (v) => !Number.isNaN(v))
  const old = settled.slice()
  const near: number[][] = Array.from({ length: n }, () => [])
  task.from.forEach((a, i) => {
    near[a]!.push(task.to[i]!)
    near[task.to[i]!]!.push(a)
  })
  const all = Array.from({ length: n }, (_, i) => i)
  let waiting = all.filter((i) => !settled[i])
  const whole = bound(all.filter((i) => settled[i]), x, y, task)
  while (waiting.length > 0) {
    const ready = waiting.filter((i) => near[i]!.some((m) => settled[m]))
    if (ready.length === 0) ready.push(aside(waiting[0]!, whole, x, y, task))
    else for (const i of ready) beside(i, near[i]!.filter((m) => settled[m]), all.filter((m) => settled[m]), x, y, task)
    for (const i of ready) settled[i] = true
    waiting = waiting.filter((i) => !settled[i])
  }
  spread(all, x, y, task, (m) => old[m]!)
  return { x, y }
}

/** Tries directions around the middle of its neighbours and takes the emptiest. */
function beside(i: number, friends: number[], others: number[], x: Float32Array, y: Float32Array, task: Task) {
  const mx = friends.reduce((sum, m) => sum + x[m]!, 0) / friends.length
  const my = friends.reduce((sum, m) => sum + y[m]!, 0) / friends.length
  const start = random(task.seeds[i]!)() * Math.PI
  let least = Infinity
  for (let ring = 0; ring < 3; ring++) {
    for (let k = 0; k < 16; k++) {
      const far = (friends.length > 1 ? 0.4 : 1) * reach * (1 + ring * 0.6)
      const tx = mx + Math.cos(start + (k * Math.PI) / 8) * far * 1.2
      const ty = my + Math.sin(start + (k * Math.PI) / 8) * far
      let cost = ring * 0.35
      for (const m of others) {
        const d = Math.hypot((tx - x[m]!) / 1.6, ty - y[m]!)
        if (d < 130) cost += (1 - d / 130) ** 2
      }
      if (cost < least) {
        least = cost
        x[i] = tx
        y[i] = ty
      }
    }
  }
}

/** One that nothing shown is joined to goes below the rest. */
function aside(i: number, whole: { x: number; y: number; w: number; h: number }, x: Float32Array, y: Float32Array, task: Task): number {
  x[i] = whole.x + task.w[i]! / 2
  y[i] = whole.y + whole.h + task.h[i]!
  return i
}
